import { isAmbiguousDate, provenOrder } from "./read-table-date";
import type { DateOrder } from "./table-mapping";
import type { TableRecord } from "./table-record";

/** Of one column at most so many different cells are remembered, of at most so many characters. */
const MAX_VALUES = 1_000;
const MAX_CHARACTERS = 200;

/** A cell that shows something of a whole column, with the line it stands in. */
export type Shown = { value: string; line: number };

/**
 * What the cells of a column are like. `filled`: how many are not empty. `values`: how often each stands there;
 * `isCut`: there are more than these. `proofs`: of the order of its dates; `ambiguous`: a date of two readings.
 */
export type ColumnSurvey = {
  header: string;
  filled: number;
  values: Map<string, number>;
  isCut: boolean;
  proofs: { day_month_year: Shown | null; month_day_year: Shown | null };
  ambiguous: Shown | null;
};

/** What a table has in its columns, gathered in one pass with memory that does not grow with the table. */
export type TableSurvey = { rows: number; columns: ColumnSurvey[] };

export function newSurvey(names: readonly string[]): TableSurvey {
  const columns = names.map(
    (header): ColumnSurvey => ({
      header,
      filled: 0,
      values: new Map(),
      isCut: false,
      proofs: { day_month_year: null, month_day_year: null },
      ambiguous: null,
    }),
  );
  return { rows: 0, columns };
}

/** Adds a record to the survey, which is changed. */
export function addToSurvey(survey: TableSurvey, { line, cells }: TableRecord): void {
  survey.rows++;
  for (const [at, column] of survey.columns.entries()) {
    const value = (cells[at] ?? "").normalize("NFC").trim();
    if (value === "") continue;
    column.filled++;
    const seen = column.values.get(value);
    if (seen !== undefined) column.values.set(value, seen + 1);
    else if (column.values.size < MAX_VALUES && value.length <= MAX_CHARACTERS)
      column.values.set(value, 1);
    else column.isCut = true;
    // A date that is there once more shows nothing new.
    if (seen !== undefined || value.length > 40) continue;
    const order = provenOrder(value);
    if (order) column.proofs[order] ??= { value, line };
    else if (column.ambiguous === null && isAmbiguousDate(value))
      column.ambiguous = { value, line };
  }
}

/** `values` fill the words that say what was found. */
export type FoundOrder = {
  order: DateOrder | "mixed" | null;
  ambiguous: string | null;
  values: Record<string, string | number>;
};

/**
 * The order that the dates of these columns prove themselves: a date such as 25/04/2011 can be read in one only.
 * Null where none proves any; `mixed` where two contradict each other. `ambiguous`: a date that needs an order.
 */
export function dateOrderOf(survey: TableSurvey, headers: readonly string[]): FoundOrder {
  const columns = survey.columns.filter(({ header }) => headers.includes(header));
  const first = (order: "day_month_year" | "month_day_year") =>
    columns.flatMap(({ proofs }) => proofs[order] ?? [])[0] ?? null;
  const [byDay, byMonth] = [first("day_month_year"), first("month_day_year")];
  const ambiguous = columns.flatMap((column) => column.ambiguous ?? [])[0]?.value ?? null;
  const proof = byDay ?? byMonth;
  const values = {
    ...(proof ? { value: proof.value, line: proof.line } : {}),
    ...(byDay && byMonth ? { other: byMonth.value, otherLine: byMonth.line } : {}),
  };
  if (byDay && byMonth) return { order: "mixed", ambiguous, values };
  return { order: byDay ? "day_month_year" : byMonth ? "month_day_year" : null, ambiguous, values };
}
