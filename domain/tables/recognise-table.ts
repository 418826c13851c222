import { CSV_COLUMN_NAMES } from "../incident-csv-columns";
import { TABLE_NAMES, type TableName, tableNamed } from "./data-tables";

/**
 * Which of our tables a heading is of: one of the full set, the case summary, or null for any other table.
 * 1. Of the full set: it has all columns of the primary key, and either no column that is not ours, or all that are.
 * 2. Where several are possible, the one with the fewest columns that are not its own; of those alike the one that the
 *    file is named for, else none.
 * 3. The case summary: a reference, no column that is not its own, and one at least that only it has.
 */
export function recogniseTable(
  headers: readonly string[],
  fileName = "",
): TableName | "case_summary" | null {
  const names = new Set(headers.map((header) => header.trim()));
  const unknownTo = (table: TableName) => {
    const known = new Set<string>(tableNamed(table).columns.map(({ name }) => name));
    return [...names].filter((name) => !known.has(name)).length;
  };
  const fitting = TABLE_NAMES.filter((table) => {
    const { columns, primaryKey } = tableNamed(table);
    if (!primaryKey.every((name) => names.has(name))) return false;
    return (
      unknownTo(table) === 0 ||
      columns.every(({ name, isInternal }) => isInternal || names.has(name))
    );
  });
  const least = Math.min(...fitting.map(unknownTo));
  const possible = fitting.filter((table) => unknownTo(table) === least);
  const only = possible.length === 1 ? possible[0] : undefined;
  const named = possible.find((table) =>
    new RegExp(`(^|[^a-z_])${table}([^a-z_].*)?$`).test(fileName),
  );
  const isSummary =
    names.has("reference") && [...names].every((name) => SUMMARY.has(name)) && names.size > 1;
  return only ?? named ?? (possible.length === 0 && isSummary ? "case_summary" : null);
}

const SUMMARY = new Set<string>(CSV_COLUMN_NAMES);
