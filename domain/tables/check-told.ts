import { toEdtf } from "../edtf";
import { precisionOf } from "../partial-date";
import { dateFrom } from "./read-value";
import type { Cells } from "./table-column";

/**
 * The columns of a row that repeat what others say, and say something else: of its dates, the precision and the EDTF.
 * An empty cell is not checked, nor where a file has not all the columns that it would be worked out from.
 */
export function checkTold(cells: Cells): { column: string; expected: string }[] {
  const differing: { column: string; expected: string }[] = [];
  for (const prefix of ["date", "published"]) {
    const parts = ["earliest", "latest", "kind", "basis"].map((part) => `${prefix}_${part}`);
    if (!parts.every((part) => part in cells)) continue;
    const date = dateFrom(cells, prefix);
    const expected: Record<string, string> = {
      [`${prefix}_precision`]: String((date && precisionOf(date.earliest, date.latest)) ?? ""),
      [`${prefix}_edtf`]: (date && toEdtf(date)) ?? "",
    };
    for (const [column, wanted] of Object.entries(expected))
      if ((cells[column] ?? null) !== null && String(cells[column]) !== wanted)
        differing.push({ column, expected: wanted });
  }
  return differing;
}
