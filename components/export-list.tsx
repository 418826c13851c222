import { useTranslations } from "next-intl";

/** A file to take away: what it is, what it is for, and how much it holds, where that is known. */
export type ExportItem = { id: string; name: string; purpose: string; holds: string; href: string };

type Props = { items: readonly ExportItem[]; label: string };

/** Files to take away, as a table on wide screens and one under the other on narrow ones. */
export function ExportList({ items, label }: Props) {
  const t = useTranslations("exports");
  return (
    <ul aria-label={label} className="card divide-y divide-line">
      {items.map(({ id, name, purpose, holds, href }) => (
        <li
          className="grid gap-x-6 gap-y-1 px-4 py-3 sm:grid-cols-[15rem_1fr_auto] sm:items-baseline"
          key={id}
        >
          <span className="font-semibold">{name}</span>
          <span className="small">
            {purpose} {holds !== "" && <span className="muted whitespace-nowrap">{holds}</span>}
          </span>
          <a
            aria-label={`${t("download")}: ${name}`}
            className="btn justify-self-start"
            href={href}
          >
            {t("download")}
          </a>
        </li>
      ))}
    </ul>
  );
}
