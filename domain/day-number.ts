const DAY = 86_400_000;

/** Days since 1 January 1970, which is 0; earlier ones are negative. Expects a day that exists, YYYY-MM-DD. */
export function dayNumber(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / DAY;
}

/** The calendar day, YYYY-MM-DD, of such a number. */
export function dayOfNumber(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}
