import { type Issue, shown } from "../issue";
import type { DayBounds, PartialDate } from "../partial-date";
import { isDay } from "../partial-date";
import { parseTypedDate } from "../typed-date";
import type { DateOrder } from "./table-mapping";

type Reading = { date: PartialDate | null; issues: Issue[] };

/**
 * The date in a cell. `text` of the date is the cell as it stands.
 * 1. 2014-07-15, 2014/7/15 and 2014. 7. 15. are year, month, day; a time of day behind is left out, its zone with it:
 *    the day is the one that is written.
 * 2. 03/04/2011, with dots or hyphens too, is read in the file's order. Without one it is read where only one order
 *    is possible, and else is `date.ambiguous`.
 * 3. A year of two digits is `date.two_digit_year`, an order that does not fit `date.not_in_order`.
 * 4. Everything else is read as a typed date; `published` is what "last week" is reckoned from.
 */
export function readTableDate(
  cell: string,
  order: DateOrder | null,
  published: DayBounds | null = null,
): Reading {
  const typed = cell.trim();
  const parts = numericDate(typed);
  if (parts === null) return parseTypedDate(withoutTime(typed), { published });
  const value = shown(typed);
  const refuse = (code: Issue["code"], values: Issue["values"] = {}) => ({
    date: null,
    issues: [{ path: "", code, values: { value, ...values } }],
  });
  if (parts.kind === "short") return refuse("date.two_digit_year");
  const written =
    parts.kind === "year_first"
      ? isoDay(parts.year, parts.first, parts.second)
      : dayOf(parts, order);
  if (written.days.length === 2)
    return refuse("date.ambiguous", { first: written.days[0]!, second: written.days[1]! });
  const [day] = written.days;
  if (day === undefined) return refuse(written.code, written.values);
  return { date: { ...parseTypedDate(day).date!, text: typed }, issues: [] };
}

/** What a cell proves of the order of its file: null where it proves nothing. */
export function provenOrder(cell: string): "day_month_year" | "month_day_year" | null {
  const parts = numericDate(cell.trim());
  if (parts?.kind !== "year_last" || dayOf(parts, null).days.length !== 1) return null;
  if (parts.first === parts.second) return null;
  return parts.first > 12 ? "day_month_year" : "month_day_year";
}

/** Whether a cell can be read in two orders. */
export function isAmbiguousDate(cell: string): boolean {
  const parts = numericDate(cell.trim());
  return parts?.kind === "year_last" && dayOf(parts, null).days.length === 2;
}

type Numeric =
  | { kind: "year_first" | "year_last"; year: number; first: number; second: number }
  | { kind: "short" };

const TIME =
  /[T ]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AP]M)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$/i;

function withoutTime(text: string): string {
  return text.replace(TIME, "");
}

const NUMBERS = /^(\d{1,4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{1,4})\.?$/;

/** Three numbers with the same sign between them; null = no such date. */
function numericDate(text: string): Numeric | null {
  const [, a = "", , b = "", c = ""] = NUMBERS.exec(withoutTime(text).normalize("NFKC")) ?? [];
  if (a === "") return null;
  if (a.length === 4 && c.length <= 2)
    return { kind: "year_first", year: Number(a), first: Number(b), second: Number(c) };
  if (a.length > 2) return null;
  if (c.length === 4)
    return { kind: "year_last", year: Number(c), first: Number(a), second: Number(b) };
  return c.length <= 2 ? { kind: "short" } : null;
}

type Written = { days: string[]; code: string; values?: Issue["values"] };

/** The days that three numbers with the year behind can mean: none, one, or two where the order is not known. */
function dayOf(
  { year, first, second }: { year: number; first: number; second: number },
  order: DateOrder | null,
): Written {
  const [byDay] = isoDay(year, second, first).days;
  const [byMonth] = isoDay(year, first, second).days;
  if (order === "day_month_year" || order === "month_day_year") {
    const [mine, other] = order === "day_month_year" ? [byDay, byMonth] : [byMonth, byDay];
    if (mine === undefined && other !== undefined)
      return { days: [], code: "date.not_in_order", values: { order } };
    return { days: mine === undefined ? [] : [mine], code: "date.impossible" };
  }
  const days = [byDay, byMonth].filter((day) => day !== undefined);
  return { days: [...new Set(days)], code: "date.impossible" };
}

function isoDay(year: number, month: number, day: number): Written {
  const two = (number: number) => String(number).padStart(2, "0");
  const text = `${year}-${two(month)}-${two(day)}`;
  return { days: isDay(text) ? [text] : [], code: "date.impossible" };
}
