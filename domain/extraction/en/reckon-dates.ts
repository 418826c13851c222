import { join, monthFrom, monthPeriod, weekPeriod, yearPeriod } from "../../calendar-period";
import { addDays, type DayBounds } from "../../partial-date";
import type { When } from "../happening";

/** A date in a sentence; `ahead` = what it means where the words look ahead: "on Monday" that is to come. */
export type FoundDate = When & { ahead: DayBounds | null };

/** A date before it is known where its words stand. */
export type Unplaced = Omit<FoundDate, "start" | "end" | "text">;

/** "the first quarter of 2019"; of "this year" where the publication is known. */
export function monthsOf(
  { fromMonth, toMonth, year }: { fromMonth: number; toMonth: number; year: number },
  published: string | null,
): Unplaced {
  const of = year > 0 ? year : published === null ? null : Number(published.slice(0, 4)) + year;
  const period = of === null ? null : join(monthPeriod(of, fromMonth), monthPeriod(of, toMonth));
  return reckoned(period, year > 0 ? "stated" : "derived");
}

/** From the publication to the end of its week, month or year, or for so many days. */
export function untilOf(
  phrase: { untilDays: number } | { untilEndOf: "week" | "month" | "year" },
  published: string | null,
): Unplaced {
  if (published === null) return reckoned(null, "derived");
  const end =
    "untilDays" in phrase
      ? addDays(published, phrase.untilDays)
      : phrase.untilEndOf === "week"
        ? weekPeriod(published).latest
        : phrase.untilEndOf === "month"
          ? monthFrom(published, 0)?.latest
          : yearPeriod(Number(published.slice(0, 4)))?.latest;
  return reckoned(end ? { earliest: published, latest: end } : null, "derived");
}

/** The week, month or year so many after the one of a day, or before it. */
export function periodFrom(
  day: string,
  number: number,
  unit: "week" | "month" | "year",
): DayBounds | null {
  if (unit === "week") return weekPeriod(addDays(day, 7 * number));
  return unit === "month" ? monthFrom(day, number) : yearPeriod(Number(day.slice(0, 4)) + number);
}

/** Bounds reckoned from something known; null = it is not known yet. */
export function reckoned(period: DayBounds | null, basis: Unplaced["basis"]): Unplaced {
  return {
    earliest: period?.earliest ?? null,
    latest: period?.latest ?? null,
    kind: "within",
    basis,
    unresolved: period === null,
    ahead: null,
  };
}
