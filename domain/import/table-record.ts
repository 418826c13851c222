import type { ImportFault } from "./import-item";

/** One record of a table. `line`: where it begins, 1 = the first line of the file. `cells` as they stand, without quotes. */
export type TableRecord = { line: number; cells: string[] };

/** A record with what is wrong in how it is written; one that has faults is not to be read further. */
export type ReadRecord = TableRecord & { faults: ImportFault[] };
