import { formatDate } from "./format-date";
import type { Say } from "./say";

/** A calendar day, "2014-07-15", as all dates are written: "15 Jul 2014". */
export function formatDay(day: string, locale: string, say: Say): string {
  const bounds = { earliest: day, latest: day, precision: 1 } as const;
  return formatDate({ ...bounds, text: "", kind: "within", basis: "stated" }, locale, say);
}
