"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";

/** The page that has no step of its own. */
const START = "overview";

type Props = { pages: readonly string[] };

/** The links of the header to `pages`, each the first step of an address and its name in the messages; the page one is on is marked. It wraps on a phone, so it needs no menu. */
export function SiteNav({ pages }: Props) {
  const t = useTranslations();
  const pathname = usePathname();
  return (
    <nav aria-label={t("app.mainNavigation")} className="order-3 w-full sm:order-2 sm:w-auto">
      <ul className="flex flex-wrap gap-x-4.5">
        {pages.map((page) => {
          const path = page === START ? "/" : `/${page}`;
          const here = pathname === path || (page !== START && pathname.startsWith(`${path}/`));
          return (
            <li key={page}>
              <Link
                aria-current={here ? "page" : undefined}
                className={`inline-block border-b-2 py-1.5 no-underline sm:py-4 ${
                  here ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink"
                }`}
                href={path}
                prefetch={false}
              >
                {t(`nav.${page}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
