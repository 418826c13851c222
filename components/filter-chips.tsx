import Link from "next/link";
import { useTranslations } from "next-intl";

type Props = { parts: { name: string; text: string; href: string | null }[]; clearHref: string };

/** The filter in its parts, each of which a link takes out, where it has one. */
export function FilterChips({ parts, clearHref }: Props) {
  const t = useTranslations("incidents.chips");
  if (parts.length === 0) return null;
  return (
    <ul aria-label={t("label")} className="no-print flex flex-wrap items-center gap-1.5">
      {parts.map(({ name, text, href }) => (
        <li className="chip" key={name}>
          <span className="min-w-0 break-words">{text}</span>
          {href !== null && (
            <Link
              aria-label={t("remove", { text })}
              className="chip-remove"
              href={href}
              prefetch={false}
            >
              ×
            </Link>
          )}
        </li>
      ))}
      <li className="pl-1.5">
        <Link className="small" href={clearHref} prefetch={false}>
          {t("clear")}
        </Link>
      </li>
    </ul>
  );
}
