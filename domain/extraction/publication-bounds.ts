import { monthPeriod, yearPeriod } from "../calendar-period";
import { type DayBounds, isDay } from "../partial-date";

/** The days on which an article of that date may have come out: YYYY-MM-DD, YYYY-MM or YYYY; null = not a date. */
export function publicationBounds(published: string): DayBounds | null {
  if (isDay(published)) return { earliest: published, latest: published };
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?$/.exec(published) ?? [];
  if (year === undefined) return null;
  return month === undefined ? yearPeriod(Number(year)) : monthPeriod(Number(year), Number(month));
}
