import { weekPeriod } from "./calendar-period";
import {
  type CalendarTerm,
  calendarTerm,
  type DateFault,
  resolveTerm,
  yearOnOrBefore,
} from "./calendar-term";
import { addDays, type DayBounds, type PartialDate } from "./partial-date";
import { relativePeriod } from "./relative-date";

/** What a phrase says; `relative` = it was reckoned from the publication day. */
export type PhraseReading = DayBounds & {
  kind: PartialDate["kind"];
  estimated: boolean;
  relative: boolean;
};

/**
 * Reads canonical words (see `typedDateWords`) against the day of publication, null = not known.
 * phrase = ["about"] phrase | open stretch | stretch;  stretch = "between" X "and" Y | "from" X "to" Y | X sep Y |
 * "week" X | X;  X = ["about"] calendar or relative term. Returns every fault found, never only the first.
 * 1. `by`, `until`, `since`, `from` include the day they name; `before` and `after` do not.
 * 2. X sep Y lasted (`span`) where both ends are single days; "or", "and", "between" are one moment in there,
 *    "from … to" always lasted.
 * 3. Either end of a stretch lends the other the month and year it lacks; October to December before
 *    January to March crosses the year.
 */
export function readPhrase(
  words: string[],
  publishedOn: string | null,
): PhraseReading | DateFault[] {
  const [first = "", ...rest] = words;
  if (first === "about") {
    const inner = readPhrase(rest, publishedOn);
    return isFaults(inner) ? inner : { ...inner, estimated: true };
  }
  const opens = OPENINGS.get(first);
  if (opens === undefined || (first === "from" && hasSeparator(rest)))
    return readStretch(words, publishedOn);
  const inner = readStretch(rest, publishedOn);
  if (isFaults(inner)) return inner;
  const bounds = opens(inner.earliest, inner.latest);
  return bounds ? { ...inner, ...bounds, kind: "within" } : [{ code: "impossible" }];
}

type Closed = PhraseReading & { earliest: string; latest: string };

const upTo = (day: string): DayBounds => ({ earliest: null, latest: day });
const onwards = (day: string): DayBounds => ({ earliest: day, latest: null });

const OPENINGS = new Map<string, (earliest: string, latest: string) => DayBounds | null>([
  ["by", (_, latest) => upTo(latest)],
  ["until", (_, latest) => upTo(latest)],
  ["before", (earliest) => moved(earliest, -1, upTo)],
  ["since", (earliest) => onwards(earliest)],
  ["from", (earliest) => onwards(earliest)],
  ["after", (_, latest) => moved(latest, 1, onwards)],
]);

/** Null where the calendar ends. */
function moved(day: string, n: 1 | -1, bounds: (day: string) => DayBounds): DayBounds | null {
  const next = addDays(day, n);
  return next === day ? null : bounds(next);
}

const SEPARATORS = new Set(["-", "to", "through", "until", "or", "and"]);

function hasSeparator(words: string[]): boolean {
  return words.some((word) => SEPARATORS.has(word));
}

function readStretch(words: string[], publishedOn: string | null): Closed | DateFault[] {
  const [first = ""] = words;
  const lead = first === "between" || first === "from" ? first : null;
  const body = lead ? words.slice(1) : words;
  const at = body.findIndex((word) => SEPARATORS.has(word));
  if (at < 0) return lead ? [{ code: "unreadable" }] : readSingle(body, publishedOn);
  const [left, right, separator] = [body.slice(0, at), body.slice(at + 1), body[at] ?? ""];
  if (hasSeparator(right)) return [{ code: "unreadable" }];
  const unordered = !lead && (separator === "or" || separator === "and");
  const [from, to] = readEnds(left, right, publishedOn);
  const faults = [from, to].flatMap((end) => (isFaults(end) ? end : []));
  if (isFaults(from) || isFaults(to)) return faults;
  const both = unordered && to.earliest < from.earliest ? [to, from] : [from, to];
  const [earliest, latest] = [both[0]!.earliest, both[1]!.latest];
  if (earliest > latest) return [{ code: "reversed" }];
  const days = from.earliest === from.latest && to.earliest === to.latest;
  const lasted = lead === "from" || (lead === null && !unordered && days);
  return {
    earliest,
    latest,
    kind: lasted && earliest !== latest ? "span" : "within",
    estimated: from.estimated || to.estimated,
    relative: from.relative || to.relative,
  };
}

/** One date without a separator, or the week of a day. */
function readSingle(words: string[], publishedOn: string | null): Closed | DateFault[] {
  if (words[0] !== "week") return readTerm(words, null, publishedOn);
  const day = readTerm(words.slice(1), null, publishedOn);
  if (isFaults(day)) return day;
  return day.earliest === day.latest
    ? { ...day, ...weekPeriod(day.earliest) }
    : [{ code: "unreadable" }];
}

function readEnds(
  left: string[],
  right: string[],
  publishedOn: string | null,
): [Closed | DateFault[], Closed | DateFault[]] {
  const [from, to] = [termOf(left), termOf(right)];
  if (!from || !to) return [readTerm(left, null, publishedOn), readTerm(right, null, publishedOn)];
  const [first, last] = lend(from, to);
  const yearless = first.year === undefined && last.year === undefined;
  if (yearless && publishedOn !== null) {
    first.year = yearOnOrBefore(first, publishedOn);
    last.year = first.year + crossesYear(first, last);
  }
  const read = (words: string[], term: CalendarTerm) => {
    const end = readTerm(words, term, publishedOn);
    return isFaults(end) ? end : { ...end, relative: end.relative || yearless };
  };
  return [read(left, first), read(right, last)];
}

function termOf(words: string[]): CalendarTerm | null {
  const term = calendarTerm(words[0] === "about" ? words.slice(1) : words);
  return term && !("code" in term) ? term : null;
}

/** Both terms with the month and the year that only the other gives. */
function lend(from: CalendarTerm, to: CalendarTerm): [CalendarTerm, CalendarTerm] {
  const winter = from.season === 4 && isYear(to, (from.year ?? 0) + 1);
  if (winter) return [from, from];
  const first = { ...from, month: from.month ?? (lacksMonth(from) ? to.month : undefined) };
  const last = { ...to, month: to.month ?? (lacksMonth(to) ? from.month : undefined) };
  const crosses = crossesYear(first, last);
  if (first.year === undefined && last.year !== undefined) first.year = last.year - crosses;
  else if (last.year === undefined && first.year !== undefined) last.year = first.year + crosses;
  return [first, last];
}

function isYear(term: CalendarTerm, year: number): boolean {
  return term.year === year && Object.keys(term).length === 1;
}

function lacksMonth(term: CalendarTerm): boolean {
  return term.day !== undefined || (term.part !== undefined && term.year === undefined);
}

function crossesYear(from: CalendarTerm, to: CalendarTerm): 0 | 1 {
  return (from.month ?? 0) >= 10 && (to.month ?? 12) <= 3 ? 1 : 0;
}

/** One calendar or relative term; `lent` = the same term with what the other end of its stretch lent it. */
function readTerm(
  words: string[],
  lent: CalendarTerm | null,
  publishedOn: string | null,
): Closed | DateFault[] {
  if (words[0] === "about") {
    const inner = readTerm(words.slice(1), lent, publishedOn);
    return isFaults(inner) ? inner : { ...inner, estimated: true };
  }
  const term = lent ?? calendarTerm(words);
  if (term === null) return readRelative(words, publishedOn);
  if ("code" in term) return [term];
  const resolved = resolveTerm(term, publishedOn);
  if ("code" in resolved) return [resolved];
  const { period, relative } = resolved;
  return { ...period, kind: "within", estimated: term.part !== undefined, relative };
}

function readRelative(words: string[], publishedOn: string | null): Closed | DateFault[] {
  const reckon = relativePeriod(words);
  if (reckon === null) return [{ code: "unreadable" }];
  if (publishedOn === null) return [{ code: "needs_publication" }];
  const period = reckon(publishedOn);
  return period
    ? { ...period, kind: "within", estimated: false, relative: true }
    : [{ code: "impossible" }];
}

/** True when reading failed. */
export function isFaults<Read extends object>(read: Read | DateFault[]): read is DateFault[] {
  return Array.isArray(read);
}
