import { printable } from "../filter-field";
import { type IncidentFilter, parseIncidentFilter } from "../incident-filter";
import { DEFAULT_SORT, type IncidentSort, parseIncidentSort } from "../incident-sort";
import type { Issue } from "../issue";

/** So many things one answer holds. */
export const LIMITS = { min: 1, max: 100, default: 25 } as const;

/** What an address of the API asks for. `cursor`: as it was sent, null for the first page. */
export type ApiRequest = {
  filter: IncidentFilter;
  sort: IncidentSort;
  limit: number;
  cursor: string | null;
};

/** What an address may carry beside the filter. */
export type ApiParameter = "sort" | "limit" | "cursor";

const NOT_HERE = ["sort", "page", "size", "columns", "bom"];

/**
 * Reads an address of the API, with all issues: those of filter and sort, `limit.not_a_limit`, `cursor.repeated`, and
 * `filter.unknown_parameter` for whatever else it carries, so that nothing is silently ignored.
 */
export function parseApiRequest(
  params: URLSearchParams,
  known: readonly ApiParameter[],
): { request: ApiRequest; issues: Issue[] } {
  const asked = new URLSearchParams(params);
  const beside = new URLSearchParams();
  for (const name of known) {
    for (const text of params.getAll(name)) beside.append(name, text);
    asked.delete(name);
  }
  const { filter, issues } = parseIncidentFilter(asked);
  for (const name of NOT_HERE)
    if (asked.has(name))
      issues.push({ path: name, code: "filter.unknown_parameter", values: { value: name } });
  const { sort, issues: ofSort } = known.includes("sort")
    ? parseIncidentSort(params)
    : { sort: DEFAULT_SORT, issues: [] };
  const { limit, issues: ofLimit } = parseLimit(beside);
  const cursors = distinct(beside, "cursor");
  if (cursors.length > 1) ofLimit.push({ path: "cursor", code: "cursor.repeated" });
  return {
    request: { filter, sort, limit, cursor: cursors[0] ?? null },
    issues: [...issues, ...ofSort, ...ofLimit],
  };
}

function parseLimit(params: URLSearchParams): { limit: number; issues: Issue[] } {
  const asked = distinct(params, "limit");
  if (asked.length === 0) return { limit: LIMITS.default, issues: [] };
  const limit = asked.length === 1 && /^\d{1,4}$/.test(asked[0]!) ? Number(asked[0]) : Number.NaN;
  if (limit >= LIMITS.min && limit <= LIMITS.max) return { limit, issues: [] };
  const { min, max } = LIMITS;
  const values = { value: printable(asked.join(", ")), min, max };
  return { limit: LIMITS.default, issues: [{ path: "limit", code: "limit.not_a_limit", values }] };
}

function distinct(params: URLSearchParams, name: string): string[] {
  return [...new Set(params.getAll(name).map((text) => text.trim()))].filter(Boolean);
}
