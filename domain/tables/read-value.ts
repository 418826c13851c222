import type { CountRange } from "../count-range";
import { type PartialDate, precisionOf } from "../partial-date";
import type { DateBasis, DateKind } from "../vocabulary";
import type { Cells } from "./table-column";

/** What stands in a column of a row that was read by its type; codes are checked there already. */
export function text<T extends string>(cells: Cells, column: string): T {
  return (cells[column] ?? "") as T;
}

export function nullable<T extends string>(cells: Cells, column: string): T | null {
  return (cells[column] ?? null) as T | null;
}

export function numberFrom(cells: Cells, column: string): number | null {
  return (cells[column] ?? null) as number | null;
}

export function listFrom<T extends string>(cells: Cells, column: string): T[] {
  return [...((cells[column] ?? []) as readonly T[])];
}

export function isTrue(cells: Cells, column: string): boolean {
  return cells[column] === true;
}

export function countFrom(cells: Cells): CountRange {
  return {
    low: numberFrom(cells, "low"),
    best: numberFrom(cells, "best"),
    high: numberFrom(cells, "high"),
  };
}

/** The date of the columns that begin with `prefix`; null where none of what makes a date stands there. */
export function dateFrom(cells: Cells, prefix: string): PartialDate | null {
  const dateText = text(cells, `${prefix}_text`);
  const earliest = nullable(cells, `${prefix}_earliest`);
  const latest = nullable(cells, `${prefix}_latest`);
  const kind = nullable<DateKind>(cells, `${prefix}_kind`);
  const basis = nullable<DateBasis>(cells, `${prefix}_basis`);
  if (dateText === "" && !earliest && !latest && !kind && !basis) return null;
  const precision = precisionOf(earliest, latest);
  // A date without kind or basis is refused where the row is checked.
  return { text: dateText, earliest, latest, kind: kind!, basis: basis!, precision };
}
