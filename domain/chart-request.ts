import { printable } from "./filter-field";
import { type IncidentFilter, parseIncidentFilter } from "./incident-filter";
import type { DateUnit } from "./incident-index/walk-dates";
import type { Issue } from "./issue";

export const DATE_UNITS = ["month", "year"] as const satisfies DateUnit[];

/** Of which incidents a chart tells, and whether by months or by years; null where that is left open. */
export type ChartRequest = { filter: IncidentFilter; by: DateUnit | null };

/** Reads an address: the filter, and `by=month` or `by=year`. Issue beside those of the filter: `filter.not_in_list`. */
export function parseChartRequest(params: URLSearchParams): {
  request: ChartRequest;
  issues: Issue[];
} {
  const { by, rest, issues } = takeUnit(params);
  const read = parseIncidentFilter(rest);
  return { request: { filter: read.filter, by }, issues: [...read.issues, ...issues] };
}

/** The unit that an address asks for, and all else that it asks. */
export function takeUnit(params: URLSearchParams): {
  by: DateUnit | null;
  rest: URLSearchParams;
  issues: Issue[];
} {
  const rest = new URLSearchParams([...params].filter(([name]) => name !== "by"));
  const asked = [...new Set(params.getAll("by").map((text) => text.trim()))].filter(Boolean);
  const by = DATE_UNITS.find((unit) => asked.length === 1 && unit === asked[0]) ?? null;
  const values = { value: printable(asked.join(", ")), allowed: DATE_UNITS.join(", ") };
  const isWrong = asked.length > 0 && by === null;
  return { by, rest, issues: isWrong ? [{ path: "by", code: "filter.not_in_list", values }] : [] };
}
