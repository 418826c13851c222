import { monthFrom, monthPeriod, type Period, weekPeriod, yearPeriod } from "./calendar-period";
import { addDays } from "./partial-date";
import { type TimelineWindow, windowDays } from "./timeline-window";

/** Periods of the calendar, from the widest. */
export const BIN_UNITS = ["century", "decade", "year", "quarter", "month", "week", "day"] as const;
export type BinUnit = (typeof BIN_UNITS)[number];

/** More would be too narrow for their numbers. A window of 9,000 years has 90 centuries; nothing is wider. */
const MOST_BINS = 32;

/** The narrowest unit of which a window shows at most 32; the widest there is where all are more. */
export function binUnitOf(window: TimelineWindow): BinUnit {
  const narrowest = BIN_UNITS.findLast(
    (unit) =>
      // Cheap and low: only those that may fit are spelled out.
      windowDays(window) / MOST_DAYS[unit] <= MOST_BINS && binsOf(window, unit).length <= MOST_BINS,
  );
  return narrowest ?? "century";
}

const MOST_DAYS: Record<BinUnit, number> = {
  century: 36525,
  decade: 3653,
  year: 366,
  quarter: 92,
  month: 31,
  week: 7,
  day: 1,
};

/**
 * The whole periods of a unit that share a day with the window, in order, without a gap: the first and the last may
 * reach beyond it. A week begins on Monday; at the ends of the calendar a period is cut.
 */
export function binsOf(window: TimelineWindow, unit: BinUnit): Period[] {
  const bins: Period[] = [];
  for (let day = window.from; ; ) {
    const bin = binAround(day, unit);
    bins.push(bin);
    const next = addDays(bin.latest, 1);
    if (next > window.to || next === bin.latest) return bins;
    day = next;
  }
}

function binAround(day: string, unit: BinUnit): Period {
  const year = Number(day.slice(0, 4));
  if (unit === "day") return { earliest: day, latest: day };
  if (unit === "week") return weekPeriod(day);
  if (unit === "month") return monthFrom(day, 0)!;
  if (unit === "quarter") {
    const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
    return {
      earliest: monthPeriod(year, first)!.earliest,
      latest: monthPeriod(year, first + 2)!.latest,
    };
  }
  const years = { year: 1, decade: 10, century: 100 }[unit];
  const first = Math.floor(year / years) * years;
  return {
    earliest: yearPeriod(first)!.earliest,
    latest: yearPeriod(first + years - 1)!.latest,
  };
}
