import type { ImportFault, TableRow } from "../import/import-item";
import { type TableName, tableNamed } from "./data-tables";
import { emptyCell } from "./read-cell";
import type { Cell, Cells } from "./table-column";

/** One thing after an import: the row that says it, null where it is only in the ledger, and all its cells. */
export type Merged = { row: TableRow | null; cells: Cells };

/**
 * What the rows of a table make of the things that are there, each by its `key`.
 * 1. A row changes the thing of its key in the columns that the file has; a column it lacks stays as it is.
 * 2. A row of a new key is a new thing; it then needs every required column.
 * 3. Nothing is taken away: what no row speaks of stays.
 * Order: where rows speak of everything, theirs, by position where each has one; else the old one, the new behind it.
 */
export function mergeRows(
  { table, file }: { table: TableName; file: string },
  rows: readonly TableRow[],
  existing: readonly Cells[],
  key: (cells: Cells) => string,
): { merged: Merged[]; faults: ImportFault[] } {
  const faults: ImportFault[] = [];
  const before = new Map(existing.map((cells) => [key(cells), cells]));
  const made = new Map<string, Merged>();
  // Rows that share a key are all kept: that they do is told where the whole is checked.
  const inOrder = byPosition(rows).map((row): Merged => {
    const old = before.get(key(row.cells));
    const merged = { row, cells: { ...(old ?? emptyCells(table)), ...row.cells } };
    if (!old) faults.push(...lacking(table, file, row));
    made.set(key(row.cells), merged);
    return merged;
  });
  const isWhole = existing.every((cells) => made.has(key(cells)));
  if (isWhole) return { merged: inOrder, faults };
  const stayed = existing.map((cells) => made.get(key(cells)) ?? { row: null, cells });
  return { merged: [...stayed, ...inOrder.filter(({ cells }) => !before.has(key(cells)))], faults };
}

/** The cells of a row that says nothing. */
export function emptyCells(table: TableName): Record<string, Cell> {
  const empty: Record<string, Cell> = {};
  for (const column of tableNamed(table).columns) empty[column.name] = emptyCell(column);
  return empty;
}

/** The columns that a row of something new needs and its file does not have. */
export function lacking(table: TableName, file: string, { line, cells }: TableRow): ImportFault[] {
  return tableNamed(table)
    .columns.filter(({ required, name }) => required && !(name in cells))
    .map(({ name }) => ({
      file,
      line,
      column: name,
      issue: { path: name, code: "row.column_needed", values: { value: name, table } },
    }));
}

function byPosition(rows: readonly TableRow[]): TableRow[] {
  const positionOf = ({ cells }: TableRow) => (cells.position ?? null) as number | null;
  if (rows.some((row) => positionOf(row) === null)) return [...rows];
  return rows.toSorted((a, b) => positionOf(a)! - positionOf(b)!);
}
