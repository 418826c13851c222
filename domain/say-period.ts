import type { Period } from "./calendar-period";
import { formatDate } from "./format-date";
import { precisionOf } from "./partial-date";
import type { Say } from "./say";

/** A stretch of the calendar as a reader says it, "Jul 2014", "2014". `locale`: BCP 47. */
export function sayPeriod({ earliest, latest }: Period, locale: string, say: Say): string {
  const precision = precisionOf(earliest, latest);
  const date = { earliest, latest, precision, text: "", kind: "within", basis: "stated" } as const;
  return formatDate(date, locale, say);
}
