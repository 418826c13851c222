/** A month: numbered `year * 12 + month`, January 0; `first` and `last` are its days since 1970. */
export type NumberedMonth = { number: number; first: number; last: number };

/** The month that a day since 1970 lies in. */
export function monthOfDay(day: number): NumberedMonth {
  const date = new Date(day * 86_400_000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const next = new Date(date);
  next.setUTCFullYear(year, month + 1, 1);
  const first = day - date.getUTCDate() + 1;
  return { number: year * 12 + month, first, last: next.getTime() / 86_400_000 - 1 };
}
