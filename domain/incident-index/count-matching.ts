import type { CountRange } from "../count-range";
import { NONE } from "./columns";
import type { IncidentIndex } from "./incident-index";
import { CERTAINLY, MATCHES, type Matching, POSSIBLY, UNDATED } from "./match-filter";

/**
 * `total`: incidents that match. `certain`, `possible`: with either reading of the dates; without dates both are the
 * total. `undated`: left out only because their date is unknown. `persons`, `helpers`: sums over all that match, by
 * the rules of `sumCounts`; families are not among them.
 */
export type MatchingCounts = {
  total: number;
  certain: number;
  possible: number;
  undated: number;
  persons: CountRange;
  helpers: CountRange;
};

export function countMatching(
  { slots, numbers }: IncidentIndex,
  { state, holds }: Matching,
): MatchingCounts {
  const counts = { total: 0, certain: 0, possible: 0, undated: 0 };
  for (let slot = 0; slot < slots; slot++) {
    if (state[slot] !== 0) continue;
    const bits = holds[slot]!;
    if (bits & MATCHES) counts.total++;
    if (bits & CERTAINLY) counts.certain++;
    if (bits & POSSIBLY) counts.possible++;
    if (bits & UNDATED) counts.undated++;
  }
  const { low, best, high, helpersLow, helpersBest, helpersHigh } = numbers;
  const matches = (slot: number) => state[slot] === 0 && (holds[slot]! & MATCHES) !== 0;
  const range = (...columns: [Int32Array, Int32Array, Int32Array]): CountRange => ({
    low: sumKnown(columns[0], matches, false),
    best: sumKnown(columns[1], matches, true),
    high: sumKnown(columns[2], matches, true),
  });
  return {
    ...counts,
    persons: range(low, best, high),
    helpers: range(helpersLow, helpersBest, helpersHigh),
  };
}

/** Null where none is known or, with `needsAll`, one is not. */
function sumKnown(
  column: Int32Array,
  matches: (slot: number) => boolean,
  needsAll: boolean,
): number | null {
  let sum: number | null = null;
  for (let slot = 0; slot < column.length; slot++) {
    if (!matches(slot)) continue;
    if (column[slot] !== NONE) sum = (sum ?? 0) + column[slot]!;
    else if (needsAll) return null;
  }
  return sum;
}
