import type { CountRange } from "../count-range";
import type { Issue } from "../issue";
import { parseCount } from "../parse-count";

/**
 * The count in a cell, as `parseCount` reads what is typed. A whole number that a program has written as 12.0 or 12.00
 * is that number; 1.000 may be a thousand and is not read.
 */
export function readTableCount(cell: string): { count: CountRange; issues: Issue[] } {
  const typed = cell.trim();
  const [, whole] = /^(-?\d+)\.0{1,2}$/.exec(typed) ?? [];
  return parseCount(whole ?? typed);
}
