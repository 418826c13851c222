import { monthPeriod, type Period, yearPeriod } from "./calendar-period";
import type { IncidentFilter } from "./incident-filter";
import type { DateUnit } from "./incident-index/walk-dates";

/**
 * From the first to the last month or year of a chart, numbered as in `countDates`, both inclusive. `of`: how many
 * there would be, where these are the latest of them.
 */
export type ChartSpan = { unit: DateUnit; from: number; to: number; of: number };

/** So many months are still told apart; beyond it is years, or the latest months of all. */
const MOST_MONTHS = 120;
const LATEST_MONTHS = 24;

/**
 * What a chart over time shows of incidents whose dates may lie in the numbered months of `extent`.
 * 1. No more than the range of the filter, in whole months; without an end no month after that of `today`.
 * 2. Months where there are at most 120 of them, else years, unless one is asked for.
 * 3. Where months are asked for and there are more, the last 24 of them.
 * Null where there is nothing to show. `asked`: null where it is left open. `today`: a calendar day.
 */
export function chartSpan(
  extent: { from: number; to: number } | null,
  { from, to }: Pick<IncidentFilter, "from" | "to">,
  asked: DateUnit | null,
  today: string,
): ChartSpan | null {
  if (extent === null) return null;
  const first = from === null ? extent.from : Math.max(extent.from, monthNumber(from));
  const last = Math.min(extent.to, monthNumber(to ?? today));
  if (first > last) return null;
  const isLong = last - first + 1 > MOST_MONTHS;
  const spanOf = (unit: DateUnit, from: number, to: number, of = to - from + 1): ChartSpan => ({
    unit,
    from,
    to,
    of,
  });
  if ((asked ?? (isLong ? "year" : "month")) === "year")
    return spanOf("year", Math.floor(first / 12), Math.floor(last / 12));
  return isLong
    ? spanOf("month", last - LATEST_MONTHS + 1, last, last - first + 1)
    : spanOf("month", first, last);
}

/** The days of a numbered month or year. */
export function numberedPeriod(unit: DateUnit, at: number): Period | null {
  return unit === "year" ? yearPeriod(at) : monthPeriod(Math.floor(at / 12), (at % 12) + 1);
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}
