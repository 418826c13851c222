import type { Cell, Cells, TableColumn } from "./table-column";

/** What is written into a cell of a file: a number stays one, null is an empty cell. */
export type WrittenCell = string | number | null;

/** A row as it is written, one cell for each of the columns. */
export function writeCells(columns: readonly TableColumn[], cells: Cells): WrittenCell[] {
  return columns.map((column) => writeCell(column, cells[column.name] ?? null));
}

/** Joins the values of a list, none of which has one. */
const LIST_SEPARATOR = "; ";

function writeCell({ type }: TableColumn, cell: Cell): WrittenCell {
  if (cell === null) return null;
  if (type === "instant") return `${new Date(cell as number).toISOString().slice(0, 19)}Z`;
  if (type === "list") return (cell as readonly string[]).join(LIST_SEPARATOR);
  if (typeof cell === "boolean") return String(cell);
  if (typeof cell === "object") return JSON.stringify(cell);
  return cell;
}
