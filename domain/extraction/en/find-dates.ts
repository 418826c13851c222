import * as chrono from "chrono-node";
import { dayPeriod, monthFrom, weekPeriod } from "../../calendar-period";
import { addDays, type DayBounds } from "../../partial-date";
import { parseTypedDate } from "../../typed-date";
import type { Span } from "../evidence-of";
import { MONTH_NAMES, WEEKDAY_NAMES } from "../lexicon/en/calendar";
import type { AfterEvent, DateContext, OwnDate } from "./date-words";
import { sinceEvent, yearBefore } from "./event-dates";
import { OWN_DATES } from "./own-dates";
import { type FoundDate, monthsOf, reckoned, type Unplaced, untilOf } from "./reckon-dates";

/**
 * The dates of one English sentence, in order, none overlapping another.
 * 1. Our own patterns take what chrono-node reads wrong or not at all: "late May", "earlier this year", "9 and 10 October".
 * 2. chrono-node finds the rest. Of what it finds only the parts that were written count: the bounds are ours,
 *    by the rules of `parseTypedDate`.
 */
export function findDates(text: string, sentence: Span, context: DateContext): FoundDate[] {
  let line = text.slice(sentence.start, sentence.end);
  if (!HINT.test(line)) return [];
  const found: FoundDate[] = [];
  const ofEvents: { at: number; words: string; month: string; years: number }[] = [];
  const later: { at: number; words: string; counted: AfterEvent }[] = [];
  for (const own of OWN_DATES) {
    for (const match of line.matchAll(own.pattern)) {
      const phrase = own.phrase(match);
      if (phrase !== null && typeof phrase === "object" && "sinceEvent" in phrase)
        later.push({ at: match.index, words: match[0], counted: phrase });
      else if (phrase !== null && typeof phrase === "object" && "years" in phrase)
        ofEvents.push({ at: match.index, words: match[0], ...phrase });
      else {
        const date = readOwn(phrase, context);
        if (!date) continue;
        found.push(placed(date, sentence.start + match.index, match[0]));
      }
      line = masked(line, match.index, match[0].length);
    }
  }
  // "In August, 11 refugees were arrested": a comma parts a month from a figure that counts something else.
  line = line.replace(MONTH_THEN_FIGURE, "$1;");
  for (const result of chrono.en.casual.parse(line, new Date(Date.UTC(1900, 0, 15, 12)))) {
    const written = /^(?:(?:on|in|at|by)\s+)?/i.exec(result.text)![0].length;
    const words = result.text.slice(written);
    const phrase = phraseOf(result, words);
    const date = phrase && (inMonthOfEvent(phrase, context) ?? readPhrase(phrase, context));
    if (date) found.push(placed(date, sentence.start + result.index + written, words));
  }
  for (const { at, words, month, years } of ofEvents) {
    const year = yearBefore(found, sentence.start + at, context);
    const date = readPhrase(`${month} ${(year ?? 0) + years}`, context);
    if (year !== null && date) found.push(placed(date, sentence.start + at, words));
  }
  for (const { at, words, counted } of later)
    found.push(
      placed(sinceEvent(found, sentence.start + at, counted, context), sentence.start + at, words),
    );
  return found.sort((a, b) => a.start - b.start);
}

/** "in November 2019 … on November 7": a day of the very month that was told of last; null = of no such month. */
function inMonthOfEvent(phrase: string, context: DateContext): Unplaced | null {
  const { earliest, latest } = context.lastEvent ?? { earliest: null, latest: null };
  if (earliest === null || latest === null || /\d{4}/.test(phrase) || !/\d/.test(phrase))
    return null;
  if (earliest.slice(0, 7) !== latest.slice(0, 7)) return null;
  const day = readPhrase(`${phrase} ${earliest.slice(0, 4)}`, context);
  return day?.earliest?.slice(0, 7) === earliest.slice(0, 7) ? day : null;
}

const MONTH_THEN_FIGURE = new RegExp(`\\b(${MONTH_NAMES.join("|")}),(?= \\d{1,3}\\b)`, "giu");

const HINT =
  /\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|day\b|\b(?:weeks?|months?|years?|days?|hours?|later|earlier|spring|summer|autumn|winter|overnight|tonight|morning|recent|fall|weekend|quarter|half|christmas|new year)\b/i;

const placed = (date: Unplaced, start: number, words: string): FoundDate => ({
  ...date,
  start,
  end: start + words.length,
  text: words.slice(0, 500),
});

const masked = (line: string, at: number, length: number) =>
  `${line.slice(0, at)}${"\u0001".repeat(length)}${line.slice(at + length)}`;

function readOwn(
  phrase: Exclude<ReturnType<OwnDate["phrase"]>, AfterEvent | { years: number }>,
  context: DateContext,
): Unplaced | null {
  if (phrase === null) return null;
  if (typeof phrase === "string") return readPhrase(phrase, context);
  const { published } = context;
  const first = published?.earliest ?? null;
  if ("since" in phrase) {
    const from = readPhrase(phrase.since, context);
    return from && { ...from, latest: published?.latest ?? null, unresolved: published === null };
  }
  if ("weekTo" in phrase) {
    const end = readPhrase(phrase.weekTo, context);
    return end?.latest ? { ...end, earliest: addDays(end.latest, -6), ahead: null } : end;
  }
  if ("between" in phrase) {
    const [from, to] = [
      readPhrase(phrase.between[0], context),
      readPhrase(phrase.between[1], context),
    ];
    const inOrder = from?.earliest && to?.latest && from.earliest < to.latest;
    return inOrder ? { ...from, latest: to.latest, ahead: null } : to;
  }
  if ("fromMonth" in phrase) return monthsOf(phrase, first);
  if (!("fromDaysAgo" in phrase)) return untilOf(phrase, first);
  return {
    earliest:
      first !== null && phrase.fromDaysAgo !== null ? addDays(first, -phrase.fromDaysAgo) : null,
    latest: published?.latest ?? null,
    kind: "within",
    basis: phrase.basis,
    unresolved: published === null,
    ahead: null,
  };
}

/** The phrase by our own rules; a stretch that is open to the end ends with the publication. Null = no date. */
function readPhrase(phrase: string, context: DateContext): Unplaced | null {
  const nth = /^(?:(this|last) )?month:(\d+)$/i.exec(phrase);
  if (nth) return nthOfMonth(nth[1]?.toLowerCase() ?? null, Number(nth[2]), context);
  const published = context.published;
  const part = /^(early|mid|late) of (this|last) month$/i.exec(phrase);
  if (part) return partOfMonth(part[1]!, part[2]!.toLowerCase(), context);
  const ofYear = /^(.+?)\.? of (last|this) year$/iu.exec(phrase);
  if (ofYear) return monthOfYear(ofYear[1]!, ofYear[2]!.toLowerCase(), context);
  const ofWeek = /^(\p{L}+) of (last|this) week$/iu.exec(phrase);
  if (ofWeek) return dayOfWeek(ofWeek[1]!, ofWeek[2]!.toLowerCase(), context);
  if (phrase === "last saturday or sunday") return lastWeekend(context);
  const { date, issues } = parseTypedDate(phrase, { published });
  if (!date) {
    if (!issues.some(({ code }) => code === "date.needs_publication")) return null;
    return {
      earliest: null,
      latest: null,
      kind: "within",
      basis: "derived",
      unresolved: true,
      ahead: null,
    };
  }
  const { earliest, kind, basis } = date;
  const end = published?.latest ?? null;
  const open = date.latest === null && earliest !== null && end !== null && earliest <= end;
  return {
    earliest,
    latest: open ? end : date.latest,
    kind,
    basis,
    unresolved: false,
    ahead: published?.earliest ? lookAhead(phrase, date, published.earliest) : null,
  };
}

/** The Saturday and Sunday before the publication. */
function lastWeekend({ published }: DateContext): Unplaced | null {
  const saturday = readPhrase("last saturday", { published, lastEvent: null, days: [] });
  if (!saturday?.earliest) return saturday;
  return { ...saturday, latest: addDays(saturday.latest ?? saturday.earliest, 1) };
}

/** "October last year". */
function monthOfYear(month: string, which: string, context: DateContext): Unplaced | null {
  const year = context.published?.earliest?.slice(0, 4);
  if (year === undefined) return reckoned(null, "derived");
  return readPhrase(`${month} ${Number(year) - (which === "last" ? 1 : 0)}`, context);
}

/** "Tuesday last week": that day of the ISO week of the publication or of the one before. */
function dayOfWeek(weekday: string, which: string, { published }: DateContext): Unplaced {
  const nth = WEEKDAY_NAMES.indexOf(weekday.toLowerCase());
  if (!published?.earliest) return reckoned(null, "derived");
  const monday = weekPeriod(published.earliest).earliest;
  const day = addDays(monday, nth - (which === "last" ? 7 : 0));
  return reckoned({ earliest: day, latest: day }, "derived");
}

/** "late last month": the last third of the month before the publication. */
function partOfMonth(part: string, which: string, context: DateContext): Unplaced | null {
  const from = context.published?.earliest ?? null;
  const month = from && monthFrom(from, which === "last" ? -1 : 0);
  if (!month) return readPhrase("last month", context);
  const name = MONTH_NAMES[Number(month.earliest.slice(5, 7)) - 1];
  const date = readPhrase(`${part} ${name} ${month.earliest.slice(0, 4)}`, context);
  return date && { ...date, basis: "derived" };
}

/** "the 9th of this month"; without a month the one of the last event, else the latest such day. */
function nthOfMonth(
  which: string | null,
  day: number,
  { published, lastEvent, days }: DateContext,
): Unplaced {
  const again =
    which === null ? days.findLast((known) => Number(known.slice(8)) === day) : undefined;
  if (again)
    return {
      earliest: again,
      latest: again,
      kind: "within",
      basis: "derived",
      unresolved: false,
      ahead: null,
    };
  const from = which === null ? (lastEvent?.earliest ?? published?.earliest) : published?.earliest;
  const month = from && monthFrom(from, which === "last" ? -1 : 0);
  const found =
    month && dayPeriod(Number(month.earliest.slice(0, 4)), Number(month.earliest.slice(5, 7)), day);
  return {
    earliest: found ? found.earliest : null,
    latest: found ? found.latest : null,
    kind: "within",
    basis: "derived",
    unresolved: !found,
    ahead: null,
  };
}

/** The first such day or month on or after the publication, for a weekday or a date without its year. */
function lookAhead(phrase: string, date: DayBounds, published: string): DayBounds | null {
  if (
    /\d{4}|ago|last|this|yesterday|today/.test(phrase) ||
    date.earliest === null ||
    date.latest === null
  )
    return null;
  if (date.earliest >= published) return null;
  if (WEEKDAY_NAMES.includes(phrase.toLowerCase()))
    return { earliest: addDays(date.earliest, 7), latest: addDays(date.latest, 7) };
  const next = Number(date.earliest.slice(0, 4)) + 1;
  const { date: later } = parseTypedDate(`${phrase} ${next}`);
  return later && later.latest !== null ? { earliest: later.earliest, latest: later.latest } : null;
}

type Components = ReturnType<typeof chrono.en.casual.parse>[number];

/** What was written of the date, in words our grammar reads; null for times of day and what is no date. */
function phraseOf({ start, end }: Components, words: string): string | null {
  if (/^(?:sat|sun|mon|wed|second|sec|now|may|march)\b/.test(words)) return null;
  const from = termOf(start);
  const to = end ? termOf(end) : null;
  if (from === null)
    return /\b(?:ago|yesterday|today|tomorrow)\b/i.test(words) ? cleaned(words) : null;
  return to ? `${from} - ${to}` : from;
}

const cleaned = (words: string) =>
  words
    .toLowerCase()
    .replace(/\s*\b(?:morning|evening|afternoon|night|at .*)$/, "")
    .trim();

function termOf(parts: Components["start"]): string | null {
  const known = (part: chrono.Component) => (parts.isCertain(part) ? parts.get(part) : null);
  const [day, month, year, weekday] = [
    known("day"),
    known("month"),
    known("year"),
    known("weekday"),
  ];
  const ofYear = year === null ? "" : ` ${year}`;
  // Reckoned from the day it was called with, and so of no use.
  if (year !== null && year < 1902) return null;
  if (day !== null && month !== null) return `${day} ${MONTH_NAMES[month - 1]}${ofYear}`;
  if (month !== null && day === null) return `${MONTH_NAMES[month - 1]}${ofYear}`;
  return weekday !== null && day === null ? WEEKDAY_NAMES[(weekday + 6) % 7]! : null;
}
