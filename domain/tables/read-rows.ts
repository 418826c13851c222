import { unguardCell } from "../csv-cell";
import type { ImportFault, TableRow } from "../import/import-item";
import { shown } from "../issue";
import { checkTold } from "./check-told";
import { neutralCell, readCell } from "./read-cell";
import { type Heading, readHeading } from "./read-heading";
import type { Cell } from "./table-column";
import type { FileRecord, TableFile } from "./table-file";

/** The rows of a file, in batches. Nothing comes of a file whose heading is wrong. */
export async function* readRows(
  file: TableFile,
  heading: Heading = readHeading(file),
): AsyncGenerator<TableRow[]> {
  if (heading.faults.length > 0) return;
  for await (const records of file.records())
    yield records.map((record) => readRow(file, heading, record));
}

function readRow({ file }: TableFile, { columns }: Heading, record: FileRecord): TableRow {
  const cells: Record<string, Cell> = {};
  const kept: Record<string, string> = {};
  const faults: ImportFault[] = [...(record.faults ?? [])];
  const { line } = record;
  // What a broken line says cannot be told; it is kept to be counted and for the fault.
  if (faults.length > 0) return { line, cells, kept, faults };
  if (record.cells.length !== columns.length)
    faults.push({
      file,
      line,
      column: "",
      issue: {
        path: "",
        code: record.cells.length > columns.length ? "row.too_many_cells" : "row.too_few_cells",
        values: { value: record.cells.length, allowed: columns.length },
      },
    });
  columns.forEach((column, at) => {
    const written = record.cells[at] ?? "";
    if (column === null || ("notRead" in column && column.notRead === "told")) return;
    if ("kept" in column) {
      kept[column.kept] = unguardCell(written);
      return;
    }
    const read = readCell(column, written);
    if ("cell" in read) {
      cells[column.name] = read.cell;
      return;
    }
    cells[column.name] = neutralCell(column);
    faults.push({ file, line, column: column.name, issue: read.issue });
  });
  for (const { column, expected } of faults.length > 0 ? [] : checkTold(cells))
    faults.push({
      file,
      line,
      column,
      issue: {
        path: column,
        code: "cell.differs",
        values: { value: shown(String(cells[column])), expected },
      },
    });
  return { line, cells, kept, faults };
}
