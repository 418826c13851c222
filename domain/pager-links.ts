import { FIRST_PAGE, type IncidentPage, PAGE_SIZES } from "./incident-page";

/** Where a pager leads. Positions count from 1 and are 0 when there is nothing; null = nowhere to go. */
export type PagerLinks = {
  from: number;
  to: number;
  total: number;
  hrefs: Record<"first" | "previous" | "next" | "last", string | null>;
  sizes: { size: number; href: string; current: boolean }[];
};

/** The last page of that many rows, 1 when there is none. */
export function lastPageOf(total: number, size: number): number {
  return Math.max(1, Math.ceil(total / size));
}

/**
 * The pager of a page of `total` rows; `hrefOf` gives the address of another page.
 * From behind the last page the way back is the last one. Another size keeps the first row in sight.
 */
export function pagerLinks(
  { page, size }: IncidentPage,
  total: number,
  hrefOf: (page: IncidentPage) => string,
): PagerLinks {
  const last = lastPageOf(total, size);
  const before = (page - 1) * size;
  const to = (number: number) => hrefOf({ page: number, size });
  return {
    from: Math.min(before + 1, total),
    to: Math.min(before + size, total),
    total,
    hrefs: {
      first: page > 1 ? to(1) : null,
      previous: page > 1 ? to(Math.min(page - 1, last)) : null,
      next: page < last ? to(page + 1) : null,
      last: page < last ? to(last) : null,
    },
    sizes: PAGE_SIZES.map((choice) => ({
      size: choice,
      href: hrefOf({
        page: Math.min(Math.floor(before / choice) + 1, lastPageOf(total, choice)),
        size: choice,
      }),
      current: choice === size,
    })),
  };
}

/** The address of a page of what stands at `path`; the first page and the usual size are left out. */
export function pageHref(path: string, { page, size }: IncidentPage): string {
  const params = new URLSearchParams();
  if (page !== FIRST_PAGE.page) params.append("page", String(page));
  if (size !== FIRST_PAGE.size) params.append("size", String(size));
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}
