import type { Cells } from "./table-column";

/** A cell of a file, and what stands in its place in the ledger; "" for nothing. */
export type DifferingCell = { column: string; value: string; here: string };

/** The columns of a row in which the file says something else than the ledger; of single values, no lists. */
export function differingCells(said: Cells, here: Cells): DifferingCell[] {
  const written = (cells: Cells, column: string) => String(cells[column] ?? "");
  return Object.keys(said)
    .map((column) => ({ column, value: written(said, column), here: written(here, column) }))
    .filter(({ value, here: known }) => value !== known);
}
