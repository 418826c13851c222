import { printable } from "./filter-field";
import type { Issue } from "./issue";

export const PAGE_SIZES = [25, 50, 100] as const;
export type PageSize = (typeof PAGE_SIZES)[number];

/** `page` counts from 1. */
export type IncidentPage = { page: number; size: PageSize };

export const FIRST_PAGE: IncidentPage = { page: 1, size: 25 };

const MAX_PAGE = 999_999_999;

/** `page` and `size` of an address; the first page or 25 for what it cannot take. Issues: `page.not_a_page`, `page.not_a_size`. */
export function parseIncidentPage(params: URLSearchParams): {
  page: IncidentPage;
  issues: Issue[];
} {
  const issues: Issue[] = [];
  const one = (
    name: "page" | "size",
    read: (text: string) => number | undefined,
    refused: Omit<Issue, "path">,
  ) => {
    const asked = [...new Set(params.getAll(name).map((text) => text.trim()))].filter(Boolean);
    const value = asked.length === 1 ? read(asked[0]!) : undefined;
    if (asked.length > 0 && value === undefined)
      issues.push({
        path: name,
        code: refused.code,
        values: { value: printable(asked.join(", ")), ...refused.values },
      });
    return value;
  };
  const page = one("page", (text) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined), {
    code: "page.not_a_page",
    values: { max: MAX_PAGE },
  });
  const size = one("size", (text) => PAGE_SIZES.find((size) => String(size) === text), {
    code: "page.not_a_size",
    values: { allowed: PAGE_SIZES.join(", ") },
  });
  return {
    page: { page: page ?? FIRST_PAGE.page, size: (size as PageSize) ?? FIRST_PAGE.size },
    issues,
  };
}
