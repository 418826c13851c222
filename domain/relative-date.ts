import { join, monthFrom, type Period, weekdayOf, weekPeriod, yearPeriod } from "./calendar-period";
import { addDays } from "./partial-date";

/** Reckons a period from the day of publication; null = it lies outside the years 1000..9999. */
type Reckoning = (publishedOn: string) => Period | null;

/**
 * What canonical words (see `typedDateWords`) such as "last week" mean for a publication day; null = not relative.
 * 1. Weeks run Monday to Sunday (ISO), months and years are those of the calendar: "last week" published on
 *    23 July 2014 is 14–20 July, and so is "1 week ago"; days ago are counted exactly.
 * 2. "earlier this month" runs from its first day to the publication, "later this month" from there to its last.
 * 3. A weekday is the latest such day on or before the publication; "last Friday" lies before it.
 */
export function relativePeriod(words: string[]): Reckoning | null {
  const fixed = FIXED.get(words.join(" "));
  if (fixed) return fixed;
  if (words.at(-1) === "ago") return ago(words);
  const [first = "", second = "", third = ""] = words;
  if (words.length === 1) return latestWeekday(first, 0);
  if (words.length === 2) {
    const step = STEPS.get(first);
    const weekday = first === "last" ? latestWeekday(second, 1) : null;
    return weekday ?? (step === undefined ? null : (UNITS.get(second)?.(step) ?? null));
  }
  const whole = words.length === 3 && second === "this" ? UNITS.get(third)?.(0) : undefined;
  if (whole === undefined) return null;
  if (first === "earlier") return (day) => join(whole(day), one(day));
  return first === "later" ? (day) => join(one(day), whole(day)) : null;
}

const one = (day: string): Period => ({ earliest: day, latest: day });

const daysFrom =
  (n: number): Reckoning =>
  (day) => {
    const moved = addDays(day, n);
    return addDays(moved, -n) === day ? one(moved) : null;
  };

const FIXED = new Map<string, Reckoning>([
  ["today", daysFrom(0)],
  ["yesterday", daysFrom(-1)],
  ["tomorrow", daysFrom(1)],
  ["day before yesterday", daysFrom(-2)],
  ["day after tomorrow", daysFrom(2)],
]);

const STEPS = new Map([
  ["last", -1],
  ["this", 0],
  ["next", 1],
]);

const UNITS = new Map<string, (n: number) => Reckoning>([
  [
    "week",
    (n) => (day) => {
      const moved = daysFrom(n * 7)(day);
      return moved && weekPeriod(moved.earliest);
    },
  ],
  ["month", (n) => (day) => monthFrom(day, n)],
  ["year", (n) => (day) => yearPeriod(Number(day.slice(0, 4)) + n)],
]);

/** "3 days ago", "two weeks ago", "a month ago"; at most four digits. */
function ago(words: string[]): Reckoning | null {
  const [count = "", unit = ""] = words;
  const n = count === "a" || count === "an" ? 1 : Number(/^[dy]?(\d{1,4})$/.exec(count)?.[1]);
  if (words.length !== 3 || Number.isNaN(n)) return null;
  const name = unit.replace(/s$/, "");
  return name === "day" ? daysFrom(-n) : (UNITS.get(name)?.(-n) ?? null);
}

function latestWeekday(word: string, daysBefore: 0 | 1): Reckoning | null {
  const weekday = Number(/^w([1-7])$/.exec(word)?.[1]);
  if (Number.isNaN(weekday)) return null;
  return (day) => {
    const from = addDays(day, -daysBefore);
    return one(addDays(from, -((weekdayOf(from) - weekday + 7) % 7)));
  };
}
