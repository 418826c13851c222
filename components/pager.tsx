import { useTranslations } from "next-intl";
import type { PagerLinks } from "../domain/pager-links";

const STEPS = ["first", "previous", "next", "last"] as const;

/** Which rows of how many are shown, and the way to the others. */
export function Pager({ from, to, total, hrefs, sizes }: PagerLinks) {
  const t = useTranslations("pager");
  return (
    <nav
      aria-label={t("label")}
      className="muted small no-print mt-2.5 flex flex-wrap items-center gap-x-4 gap-y-1"
      data-soft=""
    >
      <span>{t("range", { from, to, total })}</span>
      {STEPS.some((step) => hrefs[step]) && (
        <ul className="flex gap-3">
          {STEPS.map((step) => (
            <li key={step}>
              {hrefs[step] ? (
                <a className="inline-block py-1" href={hrefs[step]}>
                  {t(step)}
                </a>
              ) : (
                <span className="inline-block py-1">{t(step)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <span className="flex items-center gap-3 sm:ml-auto">
        {t("rows")}
        {sizes.map(({ size, href, current }) => (
          <a
            aria-current={current ? "true" : undefined}
            aria-label={t("size", { size })}
            className={`px-1 py-1 ${current ? "font-semibold text-ink no-underline" : ""}`}
            href={href}
            key={size}
          >
            {size}
          </a>
        ))}
      </span>
    </nav>
  );
}
