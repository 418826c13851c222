import type { Period } from "../calendar-period";
import { dayNumber } from "../partial-date";
import type { IncidentIndex } from "./incident-index";
import { type DayRange, isInRanges } from "./match-dates";
import type { Matching } from "./match-filter";
import { WHOLE_KIND } from "./match-kinds";
import { slotsIn } from "./slot-bits";
import { type DateTally, type DateUnit, datedMonths, inUnit, sumDates } from "./walk-dates";

/** Incidents of one stretch of time by either reading of their dates; those that are certain are possible too. */
export type DateCount = { possible: number; certain: number };

/**
 * Incidents by month, as if no dates were asked for: those that a range of just that month finds. Months are numbered
 * `year * 12 + month`, January 0. The same for years. Only between the first and the last day that is known of any
 * incident: what is open on one side may lie beyond.
 */
export function countDates(
  index: IncidentIndex,
  matching: Matching,
): { months: Map<number, DateCount>; years: Map<number, DateCount> } {
  const extent = datedMonths(index);
  if (extent === null) return { months: new Map(), years: new Map() };
  const { from, to } = extent;
  const months = placesFrom(to - from + 1, "month", extent);
  const years = placesFrom(months.past, "year", extent);
  const sums = sumDates(index, matching, {
    name: "dates",
    length: years.past,
    byMonth: true,
    tallies: (into, sign) => [tallyOf(into, months, sign), tallyOf(into, years, sign)],
  });
  const within = sums.subarray(0, to - from + 1);
  const withinYears = new Float64Array(years.past - years.certain);
  for (const [at, count] of within.entries())
    withinYears[inUnit("year", from + at) - years.from]! += count;
  return {
    months: readCounts(sums, months, within),
    years: readCounts(sums, years, withinYears),
  };
}

/** The same of any period, also beyond all days that are known, where only what is open may reach. */
export function countPeriod(
  { numbers, events, eventsFrom, eventCount }: IncidentIndex,
  { butForDates, isOfEvent, kindBits }: Matching,
  { earliest, latest }: Period,
): DateCount {
  const range = { from: dayNumber(earliest), to: dayNumber(latest) };
  const [possible, certain] = (["possible", "certain"] as const).map((mode) => [
    { ...range, mode },
  ]);
  const counts: DateCount = { possible: 0, certain: 0 };
  for (const slot of slotsIn(butForDates)) {
    const isIn = (ranges: DayRange[]) => {
      if (!isOfEvent)
        return isInRanges(ranges, numbers.earliest[slot]!, numbers.latest[slot]!) === 1;
      const end = eventsFrom[slot]! + eventCount[slot]!;
      for (let at = eventsFrom[slot]!; at < end; at++)
        if (
          kindBits[events.kind[at]!] === WHOLE_KIND &&
          isInRanges(ranges, events.earliest[at]!, events.latest[at]!) === 1
        )
          return true;
      return false;
    };
    if (isIn(possible!)) counts.possible++;
    if (isIn(certain!)) counts.certain++;
  }
  return counts;
}

/**
 * Where the counts of a unit stand among sums, by month or year from `from` on: first, how many more are possible than
 * before it; then, from `certain` on, how many are certain. Those that lie within one month alone are counted apart.
 */
type Places = { unit: DateUnit; from: number; base: number; certain: number; past: number };

function placesFrom(base: number, unit: DateUnit, extent: { from: number; to: number }): Places {
  const from = inUnit(unit, extent.from);
  const length = inUnit(unit, extent.to) - from + 1;
  const certain = base + length + 1;
  return { unit, from, base, certain, past: certain + length };
}

function tallyOf(sums: Float64Array, places: Places, sign: 1 | -1): DateTally {
  const { unit, from, base, certain } = places;
  return {
    unit,
    possible(_slot, start, end) {
      sums[base + start - from]! += sign;
      sums[base + end - from + 1]! -= sign;
    },
    certain(_slot, at) {
      sums[certain + at - from]! += sign;
    },
  };
}

function readCounts(
  sums: Float64Array,
  { from, base, certain }: Places,
  within: Float64Array,
): Map<number, DateCount> {
  const found = new Map<number, DateCount>();
  let reaching = 0;
  for (const [at, alone] of within.entries()) {
    reaching += sums[base + at]!;
    const possible = reaching + alone;
    if (possible > 0) found.set(from + at, { possible, certain: sums[certain + at]! + alone });
  }
  return found;
}
