import type { Cells, TableColumn } from "../../domain/tables/table-column";
import { type WrittenCell, writeCells } from "../../domain/tables/write-cells";
import { csvLines } from "../csv-writer";

/** A table as the text of a CSV file, a piece at a time; the heading comes first, whether there are rows or not. */
export async function* tableText(
  columns: readonly TableColumn[],
  rows: AsyncIterable<Cells[]>,
): AsyncGenerator<string, void, undefined> {
  yield csvLines([columns.map(({ name }) => name)]);
  for await (const records of tableRecords(columns, rows))
    if (records.length > 0) yield csvLines(records);
}

/** Its records without the heading, in the same batches. */
export async function* tableRecords(
  columns: readonly TableColumn[],
  rows: AsyncIterable<Cells[]>,
): AsyncGenerator<WrittenCell[][], void, undefined> {
  for await (const batch of rows) yield batch.map((cells) => writeCells(columns, cells));
}
