import {
  dayPeriod,
  join,
  monthPeriod,
  type Period,
  type Season,
  seasonPeriod,
  weekdayOf,
  yearPeriod,
} from "./calendar-period";

/** Why typed words give no date; the code is that of an issue under `date.`. */
export type DateFault = {
  code:
    | "ambiguous"
    | "impossible"
    | "needs_publication"
    | "reversed"
    | "unreadable"
    | "weekday_differs";
  values?: Record<string, string | number>;
};

/** A date of the calendar as far as it was written: "15", "July", "late July 2014", "spring 2014". */
export type CalendarTerm = {
  year?: number;
  month?: number;
  day?: number;
  season?: Season;
  part?: "early" | "mid" | "late";
  weekday?: number;
};

const ORDERS = new Set(
  "dmy dm mdy md ymd ym my m y d dy sy ys s pmy pym pm py p wdmy wdm wmdy wmd".split(" "),
);

/** The term that canonical words (see `typedDateWords`) spell; null = none, a fault = a numeric date read two ways. */
export function calendarTerm(words: string[]): CalendarTerm | DateFault | null {
  const numeric = words.length === 1 ? /^a(\d+)\/(\d+)\/(\d{4})$/.exec(words[0] ?? "") : null;
  if (numeric) return numericTerm(Number(numeric[1]), Number(numeric[2]), Number(numeric[3]));
  const term: CalendarTerm = {};
  let order = "";
  for (const word of words) {
    const part = /^part:(early|mid|late)$/.exec(word)?.[1];
    const [, letter, number] = /^([ymdsw])(\d+)$/.exec(word) ?? [];
    order += part ? "p" : (letter ?? "?");
    if (part) term.part = part as CalendarTerm["part"];
    if (letter === "y") term.year = Number(number);
    if (letter === "m") term.month = Number(number);
    if (letter === "d") term.day = Number(number);
    if (letter === "s") term.season = Number(number) as Season;
    if (letter === "w") term.weekday = Number(number);
  }
  return ORDERS.has(order) ? term : null;
}

function numericTerm(a: number, b: number, year: number): CalendarTerm | DateFault {
  const dayFirst = dayPeriod(year, b, a);
  const monthFirst = dayPeriod(year, a, b);
  if (dayFirst && monthFirst && a !== b)
    return {
      code: "ambiguous",
      values: { first: dayFirst.earliest, second: monthFirst.earliest },
    };
  return monthFirst ? { year, month: a, day: b } : { year, month: b, day: a };
}

/**
 * The days a term means, and whether its year had to be reckoned from the publication: then it is the latest
 * year in which the term begins on or before that day.
 */
export function resolveTerm(
  term: CalendarTerm,
  publishedOn: string | null,
): { period: Period; relative: boolean } | DateFault {
  const standsAlone = term.month ?? term.season ?? (term.day === undefined ? term.year : undefined);
  if (standsAlone === undefined) return { code: "unreadable" };
  if (term.year !== undefined) return settle(term, term.year, false);
  // 2000 had a 29 February: what does not exist there exists in no year.
  if (periodIn(term, 2000) === null) return { code: "impossible" };
  if (publishedOn === null) return { code: "needs_publication" };
  return settle(term, yearOnOrBefore(term, publishedOn), true);
}

/** The latest year in which the term begins on or before the day. Expects a term that knows its month or season. */
export function yearOnOrBefore(term: CalendarTerm, day: string): number {
  const month = term.month ?? (term.season ?? 0) * 3;
  const first = term.day ?? { early: 1, mid: 11, late: 21 }[term.part ?? "early"];
  const begins = `${String(month).padStart(2, "0")}-${String(first).padStart(2, "0")}`;
  const year = Number(day.slice(0, 4));
  return begins <= day.slice(5) ? year : year - 1;
}

function settle(
  term: CalendarTerm,
  year: number,
  relative: boolean,
): { period: Period; relative: boolean } | DateFault {
  const period = periodIn(term, year);
  if (period === null) return { code: "impossible" };
  const weekday = weekdayOf(period.earliest);
  if (term.weekday !== undefined && term.weekday !== weekday)
    return { code: "weekday_differs", values: { day: period.earliest, weekday } };
  return { period, relative };
}

function periodIn(term: CalendarTerm, year: number): Period | null {
  const { month, day, season, part } = term;
  if (season !== undefined) return seasonPeriod(year, season);
  if (month !== undefined && day !== undefined) return dayPeriod(year, month, day);
  if (month !== undefined) return part ? partOfMonth(year, month, part) : monthPeriod(year, month);
  return part ? partOfYear(year, part) : yearPeriod(year);
}

/** 1–10, 11–20, 21 to the end. */
function partOfMonth(year: number, month: number, part: "early" | "mid" | "late"): Period | null {
  const day = (number: number) => dayPeriod(year, month, number);
  if (part === "early") return join(day(1), day(10));
  return part === "mid" ? join(day(11), day(20)) : join(day(21), monthPeriod(year, month));
}

/** January to April, May to August, September to December. */
function partOfYear(year: number, part: "early" | "mid" | "late"): Period | null {
  const first = { early: 1, mid: 5, late: 9 }[part];
  return join(monthPeriod(year, first), monthPeriod(year, first + 3));
}
