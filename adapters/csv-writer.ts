import { guardCell } from "../domain/csv-cell";

/**
 * Records as lines of a CSV file: RFC 4180, each line ending in CR LF, text guarded against being read as a formula.
 * Numbers stay numbers; null is an empty cell.
 */
export function csvLines(records: readonly (readonly (string | number | null)[])[]): string {
  let lines = "";
  for (const record of records) lines += `${csvLine(record)}\r\n`;
  return lines;
}

function csvLine(record: readonly (string | number | null)[]): string {
  let line = "";
  for (let at = 0; at < record.length; at++)
    line += at === 0 ? csvCell(record[at] ?? null) : `,${csvCell(record[at] ?? null)}`;
  // An empty line would be skipped by readers, and the rows of a single column would shift.
  return line === "" ? '""' : line;
}

function csvCell(cell: string | number | null): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return String(cell);
  const text = guardCell(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Readers take a lone CR or LF for the end of a line too. */
const NEEDS_QUOTES = /[",\r\n]/;
