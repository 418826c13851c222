import { printable } from "./filter-field";
import type { Issue } from "./issue";

/** What the table can be sorted by; each is also the name of its column. */
export const SORT_KEYS = [
  "reference",
  "date",
  "title",
  "provinces",
  "people",
  "roles",
  "nationality",
  "types",
  "status",
  "corroboration",
  "sources",
  "review",
  "updated",
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** Unknown values come last whichever way. */
export type IncidentSort = { key: SortKey; descending: boolean };

/** Newest first. */
export const DEFAULT_SORT: IncidentSort = { key: "date", descending: true };

/** `sort=-date`; anything else gives the default. Issue: `sort.unknown`. */
export function parseIncidentSort(params: URLSearchParams): {
  sort: IncidentSort;
  issues: Issue[];
} {
  const asked = [...new Set(params.getAll("sort").map((text) => text.trim()))].filter(Boolean);
  const [only] = asked;
  if (only === undefined) return { sort: DEFAULT_SORT, issues: [] };
  const descending = only.startsWith("-");
  const key = SORT_KEYS.find((name) => name === (descending ? only.slice(1) : only));
  if (key !== undefined && asked.length === 1) return { sort: { key, descending }, issues: [] };
  const values = { value: printable(asked.join(", ")), allowed: SORT_KEYS.join(", ") };
  return { sort: DEFAULT_SORT, issues: [{ path: "sort", code: "sort.unknown", values }] };
}

export function serializeIncidentSort({ key, descending }: IncidentSort): string {
  return descending ? `-${key}` : key;
}
