import type { DayBounds } from "../../partial-date";
import type { MonthsOfYear } from "./stretch-of-year";

/**
 * What dates are reckoned from: the day of publication, and the last date an event was told of with, and the last
 * day that was named. `days`: those an event was dated to so far, for "on the 9th".
 */
export type DateContext = {
  published: DayBounds | null;
  lastEvent: DayBounds | null;
  lastNamed?: DayBounds | null;
  days: readonly string[];
};

/** Days, or whole weeks, months or years, counted from the last event: "the same day" is 0, "two days later" 2. */
export type AfterEvent = {
  sinceEvent: number;
  whole?: "week" | "month" | "year";
  /** From then to the publication. */
  open?: boolean;
};
/** From so many days before the publication to it; null = nobody knows from when. */
type BeforePublication = { fromDaysAgo: number | null; basis: "derived" | "estimated" };
/** From the publication to so many days after it, or to the end of its week, month or year. */
type AfterPublication = { untilDays: number } | { untilEndOf: "week" | "month" | "year" };
/** From the beginning of what the phrase means to the publication. */
type SincePhrase = { since: string };
/** From the beginning of what one phrase means to the end of another. */
type BetweenPhrases = { between: [string, string] };
/** The seven days that end with what the phrase means. */
type WeekTo = { weekTo: string };
/** A month of the year of the last event, or of the year after or before it. */
type MonthOfEvent = { month: string; years: number };

/** A pattern of date words, and what it means: a phrase that `parseTypedDate` reads, or a reckoning; null = no date. */
export type OwnDate = {
  pattern: RegExp;
  phrase: (
    match: RegExpMatchArray,
  ) =>
    | string
    | AfterEvent
    | BeforePublication
    | AfterPublication
    | MonthsOfYear
    | SincePhrase
    | BetweenPhrases
    | WeekTo
    | MonthOfEvent
    | null;
};

/** Parts of patterns. */
export const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?)";
export const DAY = "(?:the )?(?:[12]?\\d|3[01])(?:st|nd|rd|th)?";
export const YEAR = "(?:19|20)\\d\\d";
export const WEEKDAY = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
export const NUMBER =
  "(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2})";
const NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
export const UNIT_DAYS: Record<string, number> = { day: 1, week: 7, month: 30, year: 365 };

/** What a number of `NUMBER` is. */
export const numberOf = (word: string) =>
  /^\d+$/.test(word)
    ? Number(word)
    : /^an?$/i.test(word)
      ? 1
      : NUMBERS.indexOf(word.toLowerCase()) + 1;

/** As whole words; `anyCase`: at the beginning of a sentence too. */
export const pattern = (source: string) => new RegExp(`\\b${source}(?![\\w-])`, "gu");
export const anyCase = (source: string) => new RegExp(`\\b${source}(?![\\w-])`, "giu");
export const whole = (match: RegExpMatchArray) => match[0];
/** One entry of the list. */
export const own = (regex: RegExp, phrase: OwnDate["phrase"]): OwnDate => ({
  pattern: regex,
  phrase,
});
