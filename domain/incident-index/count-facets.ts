import { compareText } from "../compare-text";
import type { IncidentIndex } from "./incident-index";
import {
  COUNTRY,
  DATES_HOLD,
  dateBits,
  MATCHES,
  type Matching,
  OF_INCIDENT,
  PROVINCE,
  TYPE,
  WHOLE_KIND,
} from "./match-filter";
import { countPerValue } from "./set-column";
import { type DateTally, type DateUnit, datedMonths, inUnit, walkDates } from "./walk-dates";

/** How many incidents each value finds where it alone is chosen of its facet; the values are those of the column. */
export type FacetCounts = {
  codes: readonly string[];
  byCode: ReadonlyMap<string, number>;
  perValue: Uint32Array;
};

export const CODE_FACETS = ["country", "province", "type", ...OF_INCIDENT] as const;
export type CodeFacet = (typeof CODE_FACETS)[number];

/**
 * For each facet the incidents behind each of its codes, as if the facet itself asked for nothing and the code alone
 * were chosen: as many as the filter finds then.
 */
export function countFacets(
  index: IncidentIndex,
  matching: Matching,
  names: readonly CodeFacet[] = CODE_FACETS,
): Record<CodeFacet, FacetCounts> {
  const counts = names.map((name) => {
    const at = (OF_INCIDENT as readonly string[]).indexOf(name);
    const perValue =
      at >= 0
        ? countOfIncident(index, matching, at)
        : countOfEvents(index, matching, name as "country" | "province" | "type");
    const { codes, byCode } = index.sets[name];
    return [name, { codes, byCode, perValue }];
  });
  return Object.fromEntries(counts) as Record<CodeFacet, FacetCounts>;
}

function countOfIncident(index: IncidentIndex, { hits, near }: Matching, own: number) {
  const column = index.sets[OF_INCIDENT[own]!];
  const { of, starts, values } = column;
  if (column.byText === null) {
    const counts = new Uint32Array(column.codes.length);
    for (const slots of [hits, near[own]!])
      for (const slot of slots) {
        const end = starts[of[slot]! + 1]!;
        for (let at = starts[of[slot]!]!; at < end; at++) counts[values[at]!]!++;
      }
    return counts;
  }
  const perSet = new Uint32Array(column.count);
  for (const slots of [hits, near[own]!]) for (const slot of slots) perSet[of[slot]!]!++;
  return countPerValue(column, perSet);
}

/** Whatever is asked of an event beside the facet's own must hold for the event that has the code. */
function countOfEvents(
  index: IncidentIndex,
  matching: Matching,
  name: "country" | "province" | "type",
): Uint32Array {
  const { kindBits, isOfEvent, range, whole, holds } = matching;
  const own = { country: COUNTRY, province: PROVINCE, type: TYPE }[name];
  const others = WHOLE_KIND & ~own;
  // A type makes the dates those of the event, also where no other asks for one.
  const onEvent = isOfEvent || name === "type" ? range : null;
  const needs = isOfEvent || name === "type" ? 0 : DATES_HOLD;
  const isFree = onEvent === null && kindBits.every((bits) => (bits & others) === others);
  const column = index.sets[name];
  if (isFree) {
    const perSet = new Uint32Array(column.count);
    for (const slot of whole) if ((holds[slot]! & needs) === needs) perSet[column.of[slot]!]!++;
    return countPerValue(column, perSet);
  }
  return countByEvents(index, matching, { name, others, onEvent, needs });
}

function countByEvents(
  { eventsFrom, eventCount, events, kinds, sets }: IncidentIndex,
  { kindBits, whole, holds }: Matching,
  asked: {
    name: "country" | "province" | "type";
    others: number;
    onEvent: Matching["range"];
    needs: number;
  },
): Uint32Array {
  const { name, others, onEvent, needs } = asked;
  const valuesOf = kinds.map(({ type, provinces, countries }) =>
    name === "type" ? [type] : name === "province" ? provinces : countries,
  );
  const counts = new Uint32Array(sets[name].codes.length);
  // The slot, plus one, that was counted last for a value: an incident counts once.
  const last = new Uint32Array(counts.length);
  for (const slot of whole) {
    if ((holds[slot]! & needs) !== needs) continue;
    const end = eventsFrom[slot]! + eventCount[slot]!;
    for (let at = eventsFrom[slot]!; at < end; at++) {
      const kind = events.kind[at]!;
      if ((kindBits[kind]! & others) !== others) continue;
      if (!(dateBits(onEvent, events.earliest[at]!, events.latest[at]!) & MATCHES)) continue;
      for (const value of valuesOf[kind]!)
        if (last[value] !== slot + 1) {
          last[value] = slot + 1;
          counts[value]!++;
        }
    }
  }
  return counts;
}

/** How many incidents a code finds. */
export function countOf({ byCode, perValue }: FacetCounts, code: string): number {
  return perValue[byCode.get(code) ?? -1] ?? 0;
}

/** The codes that find an incident, in no order. */
export function codesFound({ codes, perValue }: FacetCounts): string[] {
  return codes.filter((_code, value) => (perValue[value] ?? 0) > 0);
}

/** The codes that find the most, at most `limit`, of those that find as many the first by their bytes. */
export function mostFound({ codes, perValue }: FacetCounts, limit: number): string[] {
  const most: number[] = [];
  const isBefore = (a: number, b: number) =>
    perValue[a]! - perValue[b]! || compareText(codes[b]!, codes[a]!);
  for (let value = 0; value < perValue.length; value++) {
    if (perValue[value] === 0) continue;
    if (most.length === limit && isBefore(value, most.at(-1)!) < 0) continue;
    const at = most.findIndex((other) => isBefore(value, other) > 0);
    most.splice(at < 0 ? most.length : at, 0, value);
    if (most.length > limit) most.pop();
  }
  return most.map((value) => codes[value]!);
}

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
  const months = emptyCounts("month", extent);
  const years = emptyCounts("year", extent);
  walkDates(index, matching, [months.tally, years.tally]);
  return { months: readCounts(months), years: readCounts(years) };
}

/** `steps`: how many more are possible from each place on than before it. */
type Counts = { from: number; steps: Int32Array; certain: Uint32Array; tally: DateTally };

function emptyCounts(unit: DateUnit, extent: { from: number; to: number }): Counts {
  const from = inUnit(unit, extent.from);
  const length = inUnit(unit, extent.to) - from + 1;
  const steps = new Int32Array(length + 1);
  const certain = new Uint32Array(length);
  const tally: DateTally = {
    unit,
    possible(_slot, start, end) {
      steps[start - from]!++;
      steps[end - from + 1]!--;
    },
    certain(_slot, at) {
      certain[at - from]!++;
    },
  };
  return { from, steps, certain, tally };
}

function readCounts({ from, steps, certain }: Counts): Map<number, DateCount> {
  const found = new Map<number, DateCount>();
  let possible = 0;
  for (let at = 0; at < certain.length; at++) {
    possible += steps[at]!;
    if (possible > 0) found.set(from + at, { possible, certain: certain[at]! });
  }
  return found;
}
