import { monthPeriod } from "./calendar-period";
import { isUnknown, type PartialDate } from "./partial-date";
import type { Say } from "./say";

/**
 * A date as a reader sees it, in the calendar of the locale (BCP 47; plain "en" is written day first).
 * 1. "15 Jul 2014", "15–17 Jul 2014"; whole months and years that are not a span "Jul 2014", "2013–2014".
 * 2. An open side "by 23 Jul 2014", "since 1 Jan 2014"; estimated "about 15 Jul 2014".
 * 3. Null and unknown dates: the words for unknown.
 */
export function formatDate(date: PartialDate | null, locale: string, say: Say): string {
  if (date === null || isUnknown(date)) return say("date.unknown");
  const { earliest, latest, basis } = date;
  const about = (text: string) =>
    basis === "estimated" ? say("date.about", { date: text }) : text;
  if (earliest === null)
    return say("date.by", { date: about(formatDays(latest!, latest!, "day", locale)) });
  if (latest === null)
    return say("date.since", { date: about(formatDays(earliest, earliest, "day", locale)) });
  return about(formatDays(earliest, latest, unitOf(earliest, latest, date.kind), locale));
}

/** The bounds as ISO days, "2014-07-15 – 2014-07-17", "… – 2014-07-23" with an open side, "" = unknown. */
export function exactInterval(date: PartialDate | null): string {
  if (date === null || isUnknown(date)) return "";
  const { earliest, latest } = date;
  return earliest === latest ? earliest! : `${earliest ?? "…"} – ${latest ?? "…"}`;
}

const UNITS = {
  day: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "short", year: "numeric" },
  year: { year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** How much of an ISO day names a unit. */
const NAMED = { day: 10, month: 7, year: 4 } as const;

/** The largest unit whose whole periods the bounds are; a span names its days. */
function unitOf(earliest: string, latest: string, kind: PartialDate["kind"]): keyof typeof UNITS {
  const lastMonth = monthPeriod(Number(latest.slice(0, 4)), Number(latest.slice(5, 7)));
  const wholeMonths = earliest.endsWith("-01") && lastMonth?.latest === latest;
  if (kind === "span" || !wholeMonths) return "day";
  return earliest.endsWith("-01-01") && latest.endsWith("-12-31") ? "year" : "month";
}

function formatDays(
  earliest: string,
  latest: string,
  unit: keyof typeof UNITS,
  locale: string,
): string {
  const formatter = formatterOf(locale, unit);
  // A range of one is said the same, but takes fifty times as long.
  const isOne = earliest.slice(0, NAMED[unit]) === latest.slice(0, NAMED[unit]);
  const parts = isOne
    ? [{ value: formatter.format(utc(earliest)), source: "shared" }]
    : formatter.formatRangeToParts(utc(earliest), utc(latest));
  const single = (side: string) => parts.filter(({ source }) => source === side).length === 1;
  // ICU versions differ in the space around the dash; "15–17 Jul" is our form, "28 Jun – 3 Jul" keeps it.
  const tight = single("startRange") && single("endRange");
  return parts
    .map(({ value }) => (tight && /^\s*–\s*$/u.test(value) ? "–" : value))
    .join("")
    .replace(/[\u2009\u202f]/gu, " ");
}

const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

/** Kept, for to make one takes longer than a hundred dates do. */
function formatterOf(locale: string, unit: keyof typeof UNITS): Intl.DateTimeFormat {
  const key = `${locale} ${unit}`;
  const known = FORMATTERS.get(key);
  if (known) return known;
  const options = { ...UNITS[unit], timeZone: "UTC" };
  const made = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, options);
  FORMATTERS.set(key, made);
  return made;
}

function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
