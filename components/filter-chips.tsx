import { useTranslations } from "next-intl";

type Props = { parts: { name: string; text: string; href: string | null }[]; clearHref: string };

/** The filter in its parts, each of which a link takes out, where it has one. */
export function FilterChips({ parts, clearHref }: Props) {
  const t = useTranslations("incidents.chips");
  if (parts.length === 0) return null;
  return (
    <ul
      aria-label={t("label")}
      className="no-print flex flex-wrap items-center gap-1.5"
      data-soft=""
    >
      {parts.map(({ name, text, href }) => (
        <li className="chip" key={name}>
          <span className="min-w-0 break-words">{text}</span>
          {href !== null && (
            <a aria-label={t("remove", { text })} className="chip-remove" href={href}>
              ×
            </a>
          )}
        </li>
      ))}
      <li className="pl-1.5">
        <a className="small" href={clearHref}>
          {t("clear")}
        </a>
      </li>
    </ul>
  );
}
