import { NONE } from "./columns";
import type { IncidentIndex } from "./incident-index";
import type { Matching } from "./match-filter";
import { type DateUnit, datedMonths, inUnit, walkDates } from "./walk-dates";

/**
 * Persons, helpers not among them, of the incidents of one stretch of time.
 * `low`: how many there are at least: the known lows of the incidents that are certainly in it; null where none is
 * known. `best`: the same of their best figures; null where one has none. `high`: how many there are at most, the
 * highs of all that are possibly in it; null, without an upper bound, where one has none. `known`: the highest
 * figure that is known of each of these, together; no bound where `high` is null.
 */
export type PeopleCount = {
  low: number | null;
  best: number | null;
  high: number | null;
  known: number;
};

/**
 * People by month or year, numbered and bounded as in `countDates`: in each the incidents that a range of just that
 * stretch finds, as if no dates were asked for. Absent where no incident may lie.
 */
export function countPeopleByDate(
  index: IncidentIndex,
  matching: Matching,
  unit: DateUnit,
): Map<number, PeopleCount> {
  const extent = datedMonths(index);
  if (extent === null) return new Map();
  const from = inUnit(unit, extent.from);
  const length = inUnit(unit, extent.to) - from + 1;
  const certain = { all: sums(length), low: sums(length), lows: sums(length) };
  const best = { sum: sums(length), missing: sums(length) };
  // How much more there is from each place on than before it.
  const steps = {
    all: sums(length),
    high: sums(length),
    missing: sums(length),
    known: sums(length),
  };
  const { numbers } = index;
  walkDates(index, matching, [
    {
      unit,
      possible(slot, start, end) {
        const high = numbers.high[slot]!;
        const known = highestKnown(high, numbers.best[slot]!, numbers.low[slot]!);
        addSteps(steps.all, start - from, end - from, 1);
        addSteps(steps.known, start - from, end - from, known);
        if (high === NONE) addSteps(steps.missing, start - from, end - from, 1);
        else addSteps(steps.high, start - from, end - from, high);
      },
      certain(slot, at) {
        certain.all[at - from]!++;
        if (numbers.low[slot] !== NONE) {
          certain.lows[at - from]!++;
          certain.low[at - from]! += numbers.low[slot]!;
        }
        if (numbers.best[slot] === NONE) best.missing[at - from]!++;
        else best.sum[at - from]! += numbers.best[slot]!;
      },
    },
  ]);
  const found = new Map<number, PeopleCount>();
  const now = { all: 0, high: 0, missing: 0, known: 0 };
  for (let at = 0; at < length; at++) {
    now.all += steps.all[at]!;
    now.high += steps.high[at]!;
    now.missing += steps.missing[at]!;
    now.known += steps.known[at]!;
    if (now.all === 0) continue;
    found.set(from + at, {
      low: certain.lows[at]! > 0 ? certain.low[at]! : null,
      best: certain.all[at]! > 0 && best.missing[at] === 0 ? best.sum[at]! : null,
      high: now.missing === 0 ? now.high : null,
      known: now.known,
    });
  }
  return found;
}

/** One place more than asked for, where what ends at the last one is taken off. Sums may lie above 32 bits. */
function sums(length: number): Float64Array {
  return new Float64Array(length + 1);
}

function addSteps(steps: Float64Array, start: number, end: number, amount: number): void {
  steps[start]! += amount;
  steps[end + 1]! -= amount;
}

function highestKnown(high: number, best: number, low: number): number {
  return high !== NONE ? high : best !== NONE ? best : low !== NONE ? low : 0;
}
