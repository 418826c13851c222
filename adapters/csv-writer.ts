import { stringify } from "csv-stringify/sync";
import { guardCell } from "../domain/csv-cell";

/**
 * Records as lines of a CSV file: RFC 4180, each line ending in CR LF, text guarded against being read as a formula.
 * Numbers stay numbers; null is an empty cell.
 */
export function csvLines(records: readonly (readonly (string | number | null)[])[]): string {
  return stringify(
    records.map((record) =>
      record.map((cell) => (typeof cell === "string" ? guardCell(cell) : cell)),
    ),
    {
      record_delimiter: "\r\n",
      // Readers take a lone CR or LF for the end of a line too.
      quoted_match: /[\r\n]/,
      // An empty line would be skipped by readers, and the rows of a single column would shift.
      quoted_empty: records[0]?.length === 1,
    },
  );
}
