import type { PartialDate } from "../domain/partial-date";
import type { DateBasis, DateKind } from "../domain/vocabulary";

type DateColumns = {
  dateText: string;
  dateEarliest: string | null;
  dateLatest: string | null;
  dateKind: DateKind | null;
  dateBasis: DateBasis | null;
  datePrecision: number | null;
};

/** A partial date as its six columns; no date is all null. */
export function toDateColumns(date: PartialDate | null): DateColumns {
  return {
    dateText: date?.text ?? "",
    dateEarliest: date?.earliest ?? null,
    dateLatest: date?.latest ?? null,
    dateKind: date?.kind ?? null,
    dateBasis: date?.basis ?? null,
    datePrecision: date?.precision ?? null,
  };
}

/** The partial date of a row; null where it has none. */
export function fromDateColumns(row: DateColumns): PartialDate | null {
  if (row.dateKind === null || row.dateBasis === null) return null;
  return {
    text: row.dateText,
    earliest: row.dateEarliest,
    latest: row.dateLatest,
    kind: row.dateKind,
    basis: row.dateBasis,
    precision: row.datePrecision as PartialDate["precision"],
  };
}

/** The six columns of a table's date, for a select. */
export function dateOf<T extends Record<keyof DateColumns, unknown>>(table: T) {
  const { dateText, dateEarliest, dateLatest, dateKind, dateBasis, datePrecision } = table;
  return { dateText, dateEarliest, dateLatest, dateKind, dateBasis, datePrecision } as Pick<
    T,
    keyof DateColumns
  >;
}
