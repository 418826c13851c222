import { unguardCell } from "../../domain/csv-cell";
import { DomainError } from "../../domain/errors";
import type { ImportFault } from "../../domain/import/import-item";
import { type TableHeaders, tableHeaders } from "../../domain/import/table-headers";
import type { TableReading } from "../../domain/import/table-reading";
import type { ReadRecord } from "../../domain/import/table-record";
import { shown } from "../../domain/issue";
import { decodeTable } from "./decode-table";
import { type RawRecord, readRecords } from "./read-records";

/** The bytes of a table from their beginning, each time anew. */
export type TableBytes = () => AsyncIterable<Uint8Array>;

/** `records`: to be read once. `headerFaults`: what is wrong in the first line; with any, nothing is to be imported. */
export type OpenTable = {
  headers: TableHeaders;
  headerFaults: ImportFault[];
  records: AsyncIterable<ReadRecord>;
};

const MAX_COLUMNS = 1_000;

/**
 * A table as it is read with this encoding and delimiter, a record at a time.
 * 1. Each record has as many cells as there are headers: `table.cells` where it has fewer, or more that are not empty.
 * 2. Bytes that are no character are shown as "\uFFFD" in a fault, `table.not_in_encoding`, with line and column.
 * 3. The cells of a file to mend lose the apostrophe they were guarded with, and the column that says what was wrong.
 * Errors: `table.empty`, `table.too_many_columns`, `table.line_too_long`.
 */
export async function openTable(bytes: TableBytes, reading: TableReading): Promise<OpenTable> {
  const invalid = new Set<number>();
  const text = decodeTable(bytes(), reading, (line) => invalid.add(line));
  const records = readRecords(text, reading.delimiter);
  const first = await records.next();
  if (first.done) throw new DomainError("table.empty");
  const headers = tableHeaders(first.value.cells);
  const { names, isMended } = headers;
  if (names.length > MAX_COLUMNS)
    throw new DomainError("table.too_many_columns", { value: names.length, max: MAX_COLUMNS });
  const faultsOf = (record: RawRecord) => faultsIn(record, names, invalid, reading.encoding);

  async function* rest(): AsyncGenerator<ReadRecord> {
    for await (const record of records) {
      const cells = isMended
        ? record.cells.slice(0, names.length).map(unguardCell)
        : trimmedTo(names.length, record.cells);
      const faults = faultsOf({ ...record, cells });
      yield { line: record.line, cells, faults };
    }
  }
  return {
    headers,
    headerFaults: faultsOf({ ...first.value, cells: names }),
    records: rest(),
  };
}

/** Without the empty cells that some programs write behind the last column. */
function trimmedTo(width: number, cells: string[]): string[] {
  return cells.slice(width).every((cell) => cell === "") ? cells.slice(0, width) : cells;
}

function faultsIn(
  { line, lastLine, cells, issue }: RawRecord,
  names: readonly string[],
  invalid: ReadonlySet<number>,
  encoding: string,
): ImportFault[] {
  const at = (column: string) => ({ file: "", line, column });
  if (issue) return [{ ...at(""), issue }];
  const faults: ImportFault[] = [];
  if (cells.length !== names.length)
    faults.push({
      ...at(""),
      issue: {
        path: "",
        code: "table.cells",
        values: { value: cells.length, columns: names.length },
      },
    });
  let isInvalid = false;
  for (let at = line; at <= lastLine && invalid.size > 0; at++) isInvalid ||= invalid.has(at);
  cells.forEach((cell, index) => {
    const value = shown(cell);
    const column = names[index] ?? "";
    if (isInvalid && cell.includes("\ufffd"))
      faults.push({
        ...at(column),
        issue: { path: "", code: "table.not_in_encoding", values: { value, encoding } },
      });
    if (cell.includes("\0"))
      faults.push({
        ...at(column),
        issue: {
          path: "",
          code: "text.not_storable",
          values: { value: value.replaceAll("\0", "\ufffd") },
        },
      });
  });
  return faults;
}
