import { NONE } from "./columns";
import type { IncidentIndex } from "./incident-index";
import type { Matching } from "./match-filter";
import { type SlotBits, slotsIn } from "./slot-bits";
import { type DateTally, type DateUnit, datedMonths, inUnit, sumDates } from "./walk-dates";

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
  const row = length + 1;
  const sums = sumDates(index, matching, {
    name: `people by ${unit}`,
    length: row * ROWS.length,
    tallies: (into, sign) => [tallyOf(index, into, { unit, from, row, sign })],
  });
  const all = Object.fromEntries(
    ROWS.map((name, at) => [name, sums.subarray(at * row, (at + 1) * row)]),
  ) as Record<(typeof ROWS)[number], Float64Array>;
  const found = new Map<number, PeopleCount>();
  const now = { all: 0, high: 0, missing: 0, known: 0 };
  for (let at = 0; at < length; at++) {
    now.all += all.all[at]!;
    now.high += all.high[at]!;
    now.missing += all.missing[at]!;
    now.known += all.known[at]!;
    if (now.all === 0) continue;
    found.set(from + at, {
      low: all.lows[at]! > 0 ? all.low[at]! : null,
      best: all.certain[at]! > 0 && all.noBest[at] === 0 ? all.best[at]! : null,
      high: now.missing === 0 ? now.high : null,
      known: now.known,
    });
  }
  return found;
}

/** The highest figures that are known of the incidents, together. */
export function knownPeople(
  { numbers: { low, best, high } }: IncidentIndex,
  slots: SlotBits,
): number {
  let known = 0;
  for (const slot of slotsIn(slots)) known += highestKnown(high[slot]!, best[slot]!, low[slot]!);
  return known;
}

/**
 * What is summed by month or year: of those certainly in it how many there are, the known lows and how many these are,
 * the known bests and how many have none. Then, how much more there is from each place on than before it: incidents
 * that may be in it, their highs, how many have none, the highest figure known of each.
 */
const ROWS = [
  "certain",
  "low",
  "lows",
  "best",
  "noBest",
  "all",
  "high",
  "missing",
  "known",
] as const;

function tallyOf(
  { numbers: { low, best, high } }: IncidentIndex,
  sums: Float64Array,
  { unit, from, row, sign }: { unit: DateUnit; from: number; row: number; sign: 1 | -1 },
): DateTally {
  const rowOf = (name: (typeof ROWS)[number]) => ROWS.indexOf(name) * row - from;
  const rows = Object.fromEntries(ROWS.map((name) => [name, rowOf(name)])) as Record<
    (typeof ROWS)[number],
    number
  >;
  const addSteps = (steps: number, start: number, end: number, amount: number) => {
    sums[steps + start]! += sign * amount;
    sums[steps + end + 1]! -= sign * amount;
  };
  return {
    unit,
    possible(slot, start, end) {
      addSteps(rows.all, start, end, 1);
      addSteps(rows.known, start, end, highestKnown(high[slot]!, best[slot]!, low[slot]!));
      if (high[slot] === NONE) addSteps(rows.missing, start, end, 1);
      else addSteps(rows.high, start, end, high[slot]!);
    },
    certain(slot, at) {
      sums[rows.certain + at]! += sign;
      if (low[slot] !== NONE) {
        sums[rows.low + at]! += sign * low[slot]!;
        sums[rows.lows + at]! += sign;
      }
      if (best[slot] === NONE) sums[rows.noBest + at]! += sign;
      else sums[rows.best + at]! += sign * best[slot]!;
    },
  };
}

function highestKnown(high: number, best: number, low: number): number {
  return high !== NONE ? high : best !== NONE ? best : low !== NONE ? low : 0;
}
