import type { CountRange } from "../count-range";
import { NONE } from "./columns";
import type { IncidentIndex } from "./incident-index";
import { CERTAINLY, type Matching, POSSIBLY, UNDATED } from "./match-filter";

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
  { numbers }: IncidentIndex,
  { whole, hits, holds }: Matching,
): MatchingCounts {
  const counts = { certain: 0, possible: 0, undated: 0 };
  for (const slot of whole) {
    const bits = holds[slot]!;
    if (bits & CERTAINLY) counts.certain++;
    if (bits & POSSIBLY) counts.possible++;
    if (bits & UNDATED) counts.undated++;
  }
  const { low, best, high, helpersLow, helpersBest, helpersHigh } = numbers;
  return {
    total: hits.length,
    ...counts,
    persons: sumCounts(hits, [low, best, high]),
    helpers: sumCounts(hits, [helpersLow, helpersBest, helpersHigh]),
  };
}

/** A sum is null where none is known, and but for the lowest where one is not. */
function sumCounts(
  slots: Uint32Array,
  [low, best, high]: readonly [Int32Array, Int32Array, Int32Array],
): CountRange {
  const sums = [0, 0, 0];
  const known = [0, 0, 0];
  for (const slot of slots) {
    if (low[slot] !== NONE) {
      sums[0]! += low[slot]!;
      known[0]!++;
    }
    if (best[slot] !== NONE) {
      sums[1]! += best[slot]!;
      known[1]!++;
    }
    if (high[slot] !== NONE) {
      sums[2]! += high[slot]!;
      known[2]!++;
    }
  }
  const all = (at: number) => (known[at]! > 0 && known[at] === slots.length ? sums[at]! : null);
  return { low: known[0]! > 0 ? sums[0]! : null, best: all(1), high: all(2) };
}
