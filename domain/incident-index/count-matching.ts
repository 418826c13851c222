import type { CountRange } from "../count-range";
import { isKnown, orZero } from "./columns";
import type { NumberName } from "./incident-facts";
import type { IncidentIndex } from "./incident-index";
import type { Matching } from "./match-filter";
import { rightKinds } from "./match-kinds";
import { slotsWithAny } from "./set-column";
import { inBoth, type SlotBits } from "./slot-bits";
import { type Adding, sumOver } from "./sum-over";

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

export function countMatching(index: IncidentIndex, matching: Matching): MatchingCounts {
  const { total, certain, possible, undated } = matching;
  const persons = sumCounts(index, matching, "persons", ["low", "best", "high"], index.taken);
  // Of others nothing is known.
  const helping = slotsWithAny(index.sets.role, ["helper"], index.room);
  const bounds = ["helpersLow", "helpersBest", "helpersHigh"] as const;
  const helpers = sumCounts(index, matching, "helpers", bounds, helping);
  const rangeOf = (sums: Float64Array) => toRange(sums, total);
  return {
    total,
    certain,
    possible,
    undated,
    persons: rangeOf(persons),
    helpers: rangeOf(helpers),
  };
}

/** Of low, best and high: the sum over all that match, and how many are known. `among`: those of which any may be. */
function sumCounts(
  index: IncidentIndex,
  matching: Matching,
  name: string,
  bounds: readonly [NumberName, NumberName, NumberName],
  among: SlotBits,
): Float64Array {
  const add: Adding = (sums, some, sign, { from, to }) => {
    const [low, best, high] = bounds.map((bound) => index.numbers[bound]) as Bounds;
    let [lowSum, bestSum, highSum, lows, bests, highs] = [0, 0, 0, 0, 0, 0];
    for (let word = from; word < to; word++)
      for (let rest = some[word]!; rest !== 0; rest &= rest - 1) {
        const slot = (word << 5) + 31 - Math.clz32(rest & -rest);
        lowSum += orZero(low[slot]!);
        lows += isKnown(low[slot]!);
        bestSum += orZero(best[slot]!);
        bests += isKnown(best[slot]!);
        highSum += orZero(high[slot]!);
        highs += isKnown(high[slot]!);
      }
    for (const [at, sum] of [lowSum, bestSum, highSum, lows, bests, highs].entries())
      sums[at]! += sign * sum;
  };
  const { hits, places, within, dated } = matching;
  // What has no day is not asked for where dates are those of events.
  const isDated = within !== null;
  const kinds = rightKinds(index, matching, { isDated });
  const whole = isDated ? dated : places;
  if (kinds.isAll) return sumOver(index, hits, { name, length: 6, add, base: among });
  // Where an event of some kinds is asked for, a stretch of time asks for all that have one, or nothing.
  return sumOver(index, hits, {
    name: `${name} of ${kinds.name}`,
    length: 6,
    add,
    base: inBoth(whole, among),
    isOf: kinds.isIn,
  });
}

type Bounds = [Int32Array, Int32Array, Int32Array];

/** A sum is null where none is known, and but for the lowest where one is not. */
function toRange(sums: Float64Array, total: number): CountRange {
  const [low, best, high, lows, bests, highs] = sums as unknown as number[];
  return {
    low: lows! > 0 ? low! : null,
    best: bests! > 0 && bests === total ? best! : null,
    high: highs! > 0 && highs === total ? high! : null,
  };
}
