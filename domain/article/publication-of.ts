import type { PartialDate } from "../partial-date";

/**
 * The day of publication as the reader of articles takes it: YYYY-MM-DD, or YYYY-MM or YYYY where the bounds are a
 * whole month or year; null where nothing is known or the bounds are other days.
 */
export function publicationOf(date: PartialDate | null): string | null {
  const { earliest = null, latest = null } = date ?? {};
  if (earliest === null || latest === null) return null;
  if (earliest === latest) return earliest;
  const [from, to] = [earliest.slice(0, 7), latest.slice(0, 7)];
  const isWhole = (first: string, last: string) => earliest === first && latest === last;
  if (from === to && isWhole(`${from}-01`, lastDayOf(from))) return from;
  const year = earliest.slice(0, 4);
  return isWhole(`${year}-01-01`, `${year}-12-31`) ? year : null;
}

function lastDayOf(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
