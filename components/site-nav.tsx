"use client";

import { usePathname } from "next/navigation";

type Props = {
  label: string;
  /** Where each leads, and what it is called. */
  pages: readonly { path: string; name: string }[];
};

/** The links of the header; the page one is on is marked. It wraps where it is narrow, so it needs no menu. */
export function SiteNav({ label, pages }: Props) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="order-3 w-full lg:order-2 lg:w-auto">
      <ul className="flex flex-wrap gap-x-3.5">
        {pages.map(({ path, name }) => {
          const here = pathname === path || (path !== "/" && pathname.startsWith(`${path}/`));
          return (
            <li key={path}>
              <a aria-current={here ? "page" : undefined} className="site-link" href={path}>
                {name}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
