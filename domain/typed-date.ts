import type { DateFault } from "./calendar-term";
import { readEdtf } from "./edtf";
import { type Issue, shown } from "./issue";
import {
  type DayBounds,
  hullOfBounds,
  isDay,
  isUnknown,
  type PartialDate,
  precisionOf,
} from "./partial-date";
import { isStorable } from "./text";
import { isFaults, type PhraseReading, readPhrase } from "./typed-date-phrase";
import { typedDateWords } from "./typed-date-words";

const MAX_LENGTH = 200;

/**
 * The date that somebody typed, in the forms people write: "15–17 July 2014", "by 23 July 2014", "late July 2014",
 * "2014년 7월 15일", EDTF, and, reckoned from `published` (inclusive bounds of the publication), "last week" or "15 July".
 * 1. Empty, "unknown", "-" and "n/a" give null and no issue.
 * 2. Basis: `estimated` for "about" and "early/mid/late", else `derived` for all that is reckoned from `published`.
 * 3. A publication of several days is reckoned from its first and its last; an open one leaves that side open.
 * 4. `text` is what was typed, trimmed.
 * Issues (then the date is null; path ""): `date.ambiguous` (values first, second: both readings as days),
 * `date.impossible`, `date.needs_publication`, `date.reversed`, `date.too_long` (over 200 characters),
 * `date.unreadable`, `date.weekday_differs`. Never throws.
 */
export function parseTypedDate(
  text: string,
  context: { published?: DayBounds | null } = {},
): { date: PartialDate | null; issues: Issue[] } {
  const typed = text.trim();
  const value = shown(typed).replaceAll("\0", "\uFFFD").toWellFormed();
  const refuse = (faults: DateFault[]) => ({ date: null, issues: toIssues(faults, value) });
  if (typed.length > MAX_LENGTH)
    return {
      date: null,
      issues: [{ path: "", code: "date.too_long", values: { value, max: MAX_LENGTH } }],
    };
  if (!isStorable(typed)) return refuse([{ code: "unreadable" }]);
  if (NOT_KNOWN.test(typed)) return { date: null, issues: [] };
  const read = readFormal(typed) ?? readWords(typed, context.published ?? null);
  if (isFaults(read)) return refuse(read);
  const { earliest, latest, kind } = read;
  const basis = read.estimated ? "estimated" : read.relative ? "derived" : "stated";
  const precision = precisionOf(earliest, latest);
  return { date: { text: typed, earliest, latest, kind, basis, precision }, issues: [] };
}

const NOT_KNOWN = /^(unknown|not known|date unknown|n\/?a|none|[-–—?]*)$/i;

function readFormal(typed: string): PhraseReading | DateFault[] | null {
  const read = readEdtf(typed);
  if (read === null) return null;
  if (typeof read === "string") return [{ code: read }];
  return { ...read, estimated: read.basis === "estimated", relative: false };
}

function readWords(typed: string, published: DayBounds | null): PhraseReading | DateFault[] {
  const words = typedDateWords(typed);
  const ends = [published?.earliest ?? null, published?.latest ?? null].map((day) =>
    day !== null && isDay(day) ? day : null,
  );
  const [from = null, to = null] = ends;
  const first = readPhrase(words, from ?? to);
  const last = readPhrase(words, to ?? from);
  if (isFaults(first)) return first;
  if (isFaults(last)) return last;
  if (!first.relative) return first;
  const bounds = hullOfBounds([first, last]);
  if (from === null) bounds.earliest = null;
  if (to === null) bounds.latest = null;
  return isUnknown(bounds) ? [{ code: "needs_publication" }] : { ...first, ...bounds };
}

/** One issue for each different fault. */
function toIssues(faults: DateFault[], value: string): Issue[] {
  const issues = faults.map(
    ({ code, values }): Issue => ({
      path: "",
      code: `date.${code}`,
      values: { value, ...values },
    }),
  );
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
}
