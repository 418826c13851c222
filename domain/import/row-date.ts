import { intervalsDisjoint, type PartialDate, precisionOf } from "../partial-date";
import { parseTypedDate } from "../typed-date";
import { DATE_KINDS } from "../vocabulary";
import { defaultOf, filledCells, type RowReading, refuseCell } from "./row-reading";
import { readDateField, readOneCode } from "./row-values";

/**
 * When what a row tells of happened; null where it says nothing, never a day that stands for that.
 * 1. An earliest and a latest day are the bounds; a missing one leaves that side open.
 * 2. Else the date in one cell, else year, month and day in theirs: a year alone is the whole year.
 * 3. The words are those of the column for them, else of the cell that was read.
 * Issues: those of a date, `date.parts_differ` (the parts lie outside the date), `date.year_missing`, `date.reversed`.
 */
export function readRowDate(row: RowReading, published: PartialDate | null): PartialDate | null {
  const stated = readDateField(row, "date", published);
  const parts = readParts(row);
  if (stated && parts && intervalsDisjoint(stated, parts)) {
    const [cell] = filledCells(row, "date");
    if (cell) refuseCell(row, cell, { path: "date", code: "date.parts_differ" });
  }
  const date = readBounds(row) ?? stated ?? parts;
  const [words] = filledCells(row, "date_text");
  const kind = readOneCode(row, "date_kind", DATE_KINDS);
  if (date === null) return words ? { ...UNKNOWN, text: words.text } : null;
  return { ...date, text: words?.text ?? date.text, kind: kind ?? date.kind };
}

const UNKNOWN: PartialDate = {
  text: "",
  earliest: null,
  latest: null,
  kind: "within",
  basis: "stated",
  precision: null,
};

function readBounds(row: RowReading): PartialDate | null {
  const [first, last] = [readDateField(row, "date_earliest"), readDateField(row, "date_latest")];
  if (first === null && last === null) return null;
  const [earliest, latest] = [first?.earliest ?? null, last?.latest ?? null];
  const [cell] = filledCells(row, "date_latest");
  if (earliest !== null && latest !== null && earliest > latest && cell)
    refuseCell(row, cell, { path: "date_latest", code: "date.reversed" });
  const text = [...new Set([first?.text, last?.text].filter(Boolean))].join(" – ");
  const basis = [first, last].some((date) => date?.basis === "estimated") ? "estimated" : "stated";
  const precision = precisionOf(earliest, latest);
  return { text, earliest, latest, kind: "within", basis, precision };
}

function readParts(row: RowReading): PartialDate | null {
  const [year, month, day] = (["date_year", "date_month", "date_day"] as const).map(
    (field) => filledCells(row, field)[0],
  );
  const fallback = defaultOf(row.plan, "date_year");
  if (!year && (fallback === "" || !(month || day))) {
    const orphan = month ?? day;
    if (orphan) refuseCell(row, orphan, { path: "date_year", code: "date.year_missing" });
    return null;
  }
  const words = [day?.text, month?.text, year?.text ?? fallback].filter((part) => part);
  const whole = (text: string) => text.replace(/^(\d+)\.0$/, "$1");
  const numbers = [year?.text ?? fallback, month?.text, day?.text]
    .filter((part) => part !== undefined)
    .map(whole);
  const typed =
    numbers.every((part) => /^\d{1,4}$/.test(part)) && (month || !day)
      ? numbers.map((part, at) => part.padStart(at === 0 ? 4 : 2, "0")).join("-")
      : words.join(" ");
  const { date, issues } = parseTypedDate(typed);
  for (const issue of issues)
    refuseCell(row, day ?? month ?? year ?? { column: row.plan.columns[0]!, text: typed }, {
      ...issue,
      path: "date_year",
    });
  return date;
}
