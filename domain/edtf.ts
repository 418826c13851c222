import {
  dayPeriod,
  join,
  monthPeriod,
  type Period,
  type Season,
  seasonPeriod,
  yearPeriod,
} from "./calendar-period";
import type { DayBounds, PartialDate } from "./partial-date";

/** What an EDTF expression says. EDTF knows no `derived`. */
export type EdtfReading = DayBounds & Pick<PartialDate, "kind"> & { basis: "stated" | "estimated" };

/**
 * The bounds of a date as EDTF level 1; "" = unknown.
 * 1. One day `2014-07-15`; a `within` that is exactly a month or a year `2014-07`, `2014`.
 * 2. Everything else as an interval, `..` for an open end.
 * 3. `~` on each given end where the basis is `estimated`.
 * The bounds survive the round trip through `parseEdtf`; `derived` does not, and `within` over other bounds
 * comes back as `span`, because EDTF writes both as an interval.
 */
export function toEdtf({ earliest, latest, kind, basis }: Omit<PartialDate, "text">): string {
  if (earliest === null && latest === null) return "";
  const mark = basis === "estimated" ? "~" : "";
  const single = singleExpression(earliest, latest, kind);
  if (single !== null) return single + mark;
  return `${earliest === null ? ".." : earliest + mark}/${latest === null ? ".." : latest + mark}`;
}

function singleExpression(
  earliest: string | null,
  latest: string | null,
  kind: PartialDate["kind"],
): string | null {
  if (earliest === null || latest === null) return null;
  if (earliest === latest) return earliest;
  const [year, month] = [earliest.slice(0, 4), earliest.slice(0, 7)];
  // Most are neither, and are told from one without asking the calendar.
  if (kind === "span" || earliest !== `${month}-01`) return null;
  if (earliest === `${year}-01-01` && latest === `${year}-12-31`) return year;
  const whole = latest.startsWith(month) && monthPeriod(Number(year), Number(month.slice(5)));
  return whole && whole.latest === latest ? month : null;
}

/**
 * The bounds of an EDTF expression of level 0 or 1; null when it is none, or names a day that does not exist,
 * an interval that ends before it begins, or a year outside 1000..9999.
 * A single expression is `within`, an interval `span`; `?`, `~` and `%` make it `estimated`.
 * Seasons 21..24 are those of `seasonPeriod`; of a date with a time the written day counts.
 * `..` and an empty end are both open. Source: Library of Congress, EDTF specification of 2019-02-04.
 */
export function parseEdtf(text: string): EdtfReading | null {
  const read = readEdtf(text);
  return read === null || typeof read === "string" ? null : read;
}

/** As `parseEdtf`, but says what is wrong with an expression that has the form of EDTF; null = not that form. */
export function readEdtf(text: string): EdtfReading | "impossible" | "reversed" | null {
  const ends = text.split("/");
  if (ends.length === 1) {
    const date = readSingle(text.replace(TIME, ""));
    return date === null || date === "impossible" ? date : { ...date, kind: "within" };
  }
  const [from, to] = ends.map((end) => (end === "" || end === ".." ? "open" : readSingle(end)));
  if (ends.length > 2 || !from || !to || (from === "open" && to === "open")) return null;
  if (from === "impossible" || to === "impossible") return "impossible";
  const earliest = from === "open" ? null : from.earliest;
  const latest = to === "open" ? null : to.latest;
  if (earliest !== null && latest !== null && earliest > latest) return "reversed";
  const estimated = [from, to].some((end) => typeof end !== "string" && end.basis === "estimated");
  return { earliest, latest, kind: "span", basis: estimated ? "estimated" : "stated" };
}

const TIME = /(?<=^\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]\d{2}(:\d{2})?)?$/;
const SINGLE = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%]?)$/;

/** One expression without a slash. */
function readSingle(text: string): (Period & Pick<EdtfReading, "basis">) | "impossible" | null {
  const match = SINGLE.exec(text);
  if (match === null) return null;
  const [, year = "", month, day, mark] = match;
  const period = periodOf(year, month ?? "XX", day ?? "XX");
  if (period === undefined) return null;
  if (period === null) return "impossible";
  return { ...period, basis: mark ? "estimated" : "stated" };
}

/** Null = no such day; undefined = a mixture that level 1 does not have, such as `201X-07` or `2014-XX-15`. */
function periodOf(year: string, month: string, day: string): Period | null | undefined {
  if (year.includes("X")) {
    if (month !== "XX" || day !== "XX") return undefined;
    return join(yearPeriod(digits(year, "0")), yearPeriod(digits(year, "9")));
  }
  if (month === "XX") return day === "XX" ? yearPeriod(Number(year)) : undefined;
  const season = Number(month) - 20;
  if (season >= 1 && season <= 4)
    return day === "XX" ? seasonPeriod(Number(year), season as Season) : null;
  return day === "XX"
    ? monthPeriod(Number(year), Number(month))
    : dayPeriod(Number(year), Number(month), Number(day));
}

function digits(text: string, unspecified: string): number {
  return Number(text.replaceAll("X", unspecified));
}
