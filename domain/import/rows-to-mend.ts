import type { ImportFault } from "./import-item";
import { MEND_COLUMN } from "./table-headers";
import type { ReadRecord } from "./table-record";

/** The first record of a file to mend: the table's own columns, and one that says what is wrong. */
export function headersToMend(names: readonly string[]): string[] {
  return [...names, MEND_COLUMN];
}

/**
 * A row as it stands in a file to mend: its cells, as many as there are columns, and what is wrong with it in words.
 * Cells that are too many go into the last column's words, so that nothing of the row is lost. To be written as CSV of
 * this program, whose guard before what may be a formula is taken off when the file comes in again.
 */
export function rowToMend(
  names: readonly string[],
  { cells }: Pick<ReadRecord, "cells">,
  faults: readonly ImportFault[],
  say: (fault: ImportFault) => string,
): string[] {
  const own = names.map((_, at) => cells[at] ?? "");
  const more = cells.slice(names.length).filter((cell) => cell !== "");
  const told = faults.map((fault) => (fault.column === "" ? "" : `${fault.column}: `) + say(fault));
  return [...own, [...told, ...(more.length > 0 ? [`+ ${more.join(" | ")}`] : [])].join("\n")];
}
