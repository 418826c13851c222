/** Whole months, counted from 1, of a year; 0 or -1 = the year of the publication or the one before. */
export type MonthsOfYear = { fromMonth: number; toMonth: number; year: number };

const ORDINALS = "first second third fourth".split(" ");

/** "the beginning" of something is its early part. */
export function partOf(part: string): string {
  if (/beginning|start|first/i.test(part)) return "early";
  return /middle|second w/i.test(part) ? "mid" : "late";
}

/** Holidays of one day, by their names in lower case. */
export const HOLIDAYS: Record<string, string> = {
  "new year's day": "1 January",
  "new year's eve": "31 December",
  "christmas day": "25 December",
  "christmas eve": "24 December",
  "may day": "1 May",
};

/** "the first quarter", "the last nine months"; null = there is no such. */
export function stretchOfYear(which: string, stretch: string, year: string): MonthsOfYear | null {
  const months = /quarter|three/i.test(stretch) ? 3 : /nine/i.test(stretch) ? 9 : 6;
  const parts = 12 / months;
  const nth = /last/i.test(which) ? Math.floor(parts) : ORDINALS.indexOf(which.toLowerCase()) + 1;
  return nth > parts || nth < 1 ? null : monthsOfYear((nth - 1) * months + 1, nth * months, year);
}

/** Months of "2019", "this year" or "last year". */
export function monthsOfYear(from: number, to: number, year: string): MonthsOfYear {
  const years = /^\d/.test(year) ? Number(year) : /last/i.test(year) ? -1 : 0;
  return { fromMonth: from, toMonth: to, year: years };
}
