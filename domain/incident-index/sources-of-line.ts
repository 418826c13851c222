import { FIELD_MARK, NUMBERS, SETS } from "./incident-facts";

/** The references of the sources that a line of facts names: those with a claim that is not rejected. */
export function sourcesOfLine(line: string): string[] {
  let start = 0;
  for (let field = 0; field < SOURCES; field++) start = line.indexOf(FIELD_MARK, start) + 1;
  const end = line.indexOf(FIELD_MARK, start);
  return start === end ? [] : line.slice(start, end).split(" ");
}

/** Where they stand among the fields, the first of which tells incidents of one day apart. */
const SOURCES = 1 + NUMBERS.length + SETS.indexOf("source");
