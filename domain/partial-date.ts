import { z } from "zod";
import { shown } from "./issue";
import { boundedText } from "./text";

/** The first and the last calendar day this program knows, inclusive. */
const FIRST_DAY = "1000-01-01";
const LAST_DAY = "9999-12-31";

/** Two calendar days, YYYY-MM-DD, both inclusive; null = open on that side, both null = unknown. */
export type DayBounds = { earliest: string | null; latest: string | null };

const day = z
  .string()
  .nullable()
  .superRefine((value, context) => {
    if (value !== null && !isDay(value))
      context.addIssue({
        code: "custom",
        params: { code: "date.impossible", values: { value: shown(value) } },
      });
  });

/**
 * When something happened, as far as it is known.
 * `text`: the words of the source or of the person typing, at most 500 characters.
 * `earliest`, `latest`: as in `DayBounds`, years 1000..9999.
 * `kind`: `within` = one moment in there; `span` = it lasted from the first to the last day.
 * `basis`: `derived` = reckoned from a publication date; `estimated` = the source itself is not sure.
 * `precision`: always recomputed from the bounds by `precisionOf`.
 * Issue codes: `date.impossible`, `date.reversed`, and those of `boundedText`.
 */
export const partialDateSchema = z
  .object({
    text: boundedText(500),
    earliest: day,
    latest: day,
    kind: z.enum(["within", "span"]),
    basis: z.enum(["stated", "derived", "estimated"]),
    precision: z.literal([1, 2, 3, 4, 5]).nullable(),
  })
  .superRefine(({ earliest, latest }, context) => {
    if (earliest === null || latest === null || earliest <= latest) return;
    context.addIssue({
      code: "custom",
      params: { code: "date.reversed", values: { value: shown(`${earliest} – ${latest}`) } },
    });
  })
  .overwrite((date) => ({ ...date, precision: precisionOf(date.earliest, date.latest) }));
export type PartialDate = z.infer<typeof partialDateSchema>;

/** UCDP date_prec: 1 one day, 2 two to six days, 3 a week, 4 up to a month, 5 wider or open. */
export type Precision = 1 | 2 | 3 | 4 | 5;

/** True when nothing at all is known: both bounds open. */
export function isUnknown(date: DayBounds): boolean {
  return date.earliest === null && date.latest === null;
}

/**
 * The precision that the width of the bounds allows; null = unknown date.
 * 1 = one day, 2 = 2..6 days, 3 = 7 days, 4 = 8..31 days, 5 = wider or open on one side. Source: UCDP GED, date_prec.
 */
export function precisionOf(earliest: string | null, latest: string | null): Precision | null {
  if (earliest === null && latest === null) return null;
  if (earliest === null || latest === null) return 5;
  const days = daysBetween(earliest, latest) + 1;
  if (days === 1) return 1;
  if (days < 7) return 2;
  if (days === 7) return 3;
  return days <= 31 ? 4 : 5;
}

const BASES = ["estimated", "derived", "stated"] as const;

/**
 * The narrowest date that holds all the given ones; null when none of them is known.
 * 1. Unknown dates are ignored; an open bound stays open.
 * 2. Kind: the common one, else `within`. Basis: the weakest, estimated before derived before stated.
 * 3. Text: the distinct texts in the order given, joined by "; ", cut at 500 characters.
 */
export function hull(dates: readonly PartialDate[]): PartialDate | null {
  const known = dates.filter((date) => !isUnknown(date));
  const first = known[0];
  if (first === undefined) return null;
  const { earliest, latest } = hullOfBounds(known);
  return {
    text: cut([...new Set(known.map((date) => date.text).filter(Boolean))].join("; "), 500),
    earliest,
    latest,
    kind: known.every((date) => date.kind === first.kind) ? first.kind : "within",
    basis: BASES.find((basis) => known.some((date) => date.basis === basis)) ?? "stated",
    precision: precisionOf(earliest, latest),
  };
}

/** The narrowest bounds around all the given ones; an open bound stays open, none at all = unknown. */
export function hullOfBounds(bounds: readonly DayBounds[]): DayBounds {
  const outermost = (days: (string | null)[], at: 0 | -1) =>
    days.includes(null) ? null : (days.toSorted().at(at) ?? null);
  return {
    earliest: outermost(
      bounds.map(({ earliest }) => earliest),
      0,
    ),
    latest: outermost(
      bounds.map(({ latest }) => latest),
      -1,
    ),
  };
}

/**
 * True when the whole interval lies in from..to, both inclusive; null = no limit on that side.
 * An unknown date never does, nor one that is open on a limited side. Expects from <= to.
 */
export function isCertainlyIn(date: DayBounds, from: string | null, to: string | null): boolean {
  if (isUnknown(date)) return false;
  const startsInside = from === null || (date.earliest !== null && date.earliest >= from);
  const endsInside = to === null || (date.latest !== null && date.latest <= to);
  return startsInside && endsInside;
}

/**
 * True when the interval shares at least one day with from..to, both inclusive; null = no limit on that side.
 * An unknown date never does; an open bound reaches without end. Expects from <= to.
 */
export function mayBeIn(date: DayBounds, from: string | null, to: string | null): boolean {
  return (
    !isUnknown(date) &&
    (to === null || date.earliest === null || date.earliest <= to) &&
    (from === null || date.latest === null || date.latest >= from)
  );
}

/** True when the two can share no day; an unknown date is never disjoint from anything. */
export function intervalsDisjoint(a: DayBounds, b: DayBounds): boolean {
  return !isUnknown(a) && !isUnknown(b) && !mayBeIn(a, b.earliest, b.latest);
}

/**
 * Order on a timeline, negative = a first: by the last day, or the first where the end is open; then by the
 * first day, an open beginning before all others. Unknown against anything is 0: place those apart beforehand.
 */
export function compareDates(a: DayBounds, b: DayBounds): number {
  if (isUnknown(a) || isUnknown(b)) return 0;
  return (
    compareText(a.latest ?? a.earliest, b.latest ?? b.earliest) ||
    compareText(a.earliest, b.earliest)
  );
}

function compareText(a: string | null, b: string | null): number {
  const [first, second] = [a ?? "", b ?? ""];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** True for a day that exists, written YYYY-MM-DD, in the years 1000..9999 of the Gregorian calendar. */
export function isDay(text: string): boolean {
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) && writeDay(readDay(text)) === text;
}

/** The day n days later (earlier when n is negative), never beyond 1000-01-01 and 9999-12-31. Expects a day that exists. */
export function addDays(day: string, n: number): string {
  const moved = writeDay(readDay(day) + n);
  if (moved !== null) return moved;
  return n < 0 ? FIRST_DAY : LAST_DAY;
}

/** Days from a to b: 0 for the same day, negative when b lies before a. Expects days that exist. */
export function daysBetween(a: string, b: string): number {
  return readDay(b) - readDay(a);
}

/** Whole days since 1970-01-01, negative before. Expects a day that exists. */
export function dayNumber(day: string): number {
  return readDay(day);
}

/** The day of that number, the nearest of the years 1000..9999. */
export function dayAt(number: number): string {
  return addDays("1970-01-01", Math.round(number));
}

const MS_A_DAY = 86_400_000;

/** Whole days since 1970-01-01; NaN when the text is no date. */
function readDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_A_DAY;
}

/** The day as YYYY-MM-DD; null outside the years 1000..9999. */
function writeDay(daysSince1970: number): string | null {
  const date = new Date(daysSince1970 * MS_A_DAY);
  const year = date.getUTCFullYear();
  return year >= 1000 && year <= 9999 ? date.toISOString().slice(0, 10) : null;
}

function cut(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).toWellFormed()}…`;
}
