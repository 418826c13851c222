import type { ImportFault } from "../import/import-item";
import type { TableName } from "./data-tables";

/** One record of a file. `line`: where it begins, 1 is the heading. `faults`: of how it is written; it is not read then. */
export type FileRecord = { line: number; cells: string[]; faults?: readonly ImportFault[] };

/**
 * A file that holds one of our tables. `file`: its name inside of a package, "" for a single table.
 * `records`: all after the heading, in batches, as often as it is called; text as it is written, guard and all.
 */
export type TableFile = {
  file: string;
  table: TableName;
  headers: readonly string[];
  records(): AsyncIterable<FileRecord[]>;
};
