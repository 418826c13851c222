import { addDays, daysBetween, isDay } from "./partial-date";

/** A closed stretch of the calendar: its first and its last day, inclusive, YYYY-MM-DD. */
export type Period = { earliest: string; latest: string };

/** That one day; null when there is no such day in the years 1000..9999. Months count from 1. */
export function dayPeriod(year: number, month: number, day: number): Period | null {
  const text = `${year}-${pad(month)}-${pad(day)}`;
  return isDay(text) ? { earliest: text, latest: text } : null;
}

/** The whole month; null when there is no such month. `month` counts from 1. */
export function monthPeriod(year: number, month: number): Period | null {
  const first = dayPeriod(year, month, 1);
  if (first === null) return null;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { earliest: first.earliest, latest: `${first.earliest.slice(0, -2)}${days}` };
}

/** 1 January to 31 December; null outside the years 1000..9999. */
export function yearPeriod(year: number): Period | null {
  return join(monthPeriod(year, 1), monthPeriod(year, 12));
}

/** The days of a year, `2014`, or a month, `2014-07`; null for any other text. */
export function namedPeriod(text: string): Period | null {
  if (!/^\d{4}(-\d{2})?$/.test(text)) return null;
  const [year = 0, month] = text.split("-").map(Number);
  return month === undefined ? yearPeriod(year) : monthPeriod(year, month);
}

/** The first day of the one to the last day of the other; null when either is missing. */
export function join(from: Period | null, to: Period | null): Period | null {
  return from && to && { earliest: from.earliest, latest: to.latest };
}

/** 1 spring, 2 summer, 3 autumn, 4 winter. */
export type Season = 1 | 2 | 3 | 4;

/**
 * Three whole months by the meteorologists' count of the northern hemisphere:
 * spring March to May … winter December of that year to February of the next. Null outside the years 1000..9999.
 */
export function seasonPeriod(year: number, season: Season): Period | null {
  const from = monthPeriod(year, season * 3);
  return join(from, season < 4 ? monthPeriod(year, season * 3 + 2) : monthPeriod(year + 1, 2));
}

/** The ISO week, Monday to Sunday, that holds the day. */
export function weekPeriod(day: string): Period {
  const monday = addDays(day, 1 - weekdayOf(day));
  return { earliest: monday, latest: addDays(monday, 6) };
}

/** 1 Monday … 7 Sunday. Expects a day that exists. */
export function weekdayOf(day: string): number {
  const sinceMonday = daysBetween("2001-01-01", day) % 7;
  return ((sinceMonday + 7) % 7) + 1;
}

/** The whole month that lies n months after the month of the day; null outside the years 1000..9999. */
export function monthFrom(day: string, n: number): Period | null {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + n;
  return monthPeriod(Math.floor(months / 12), (months % 12) + 1);
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
