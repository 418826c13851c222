import { compareText } from "../compare-text";
import { addHaving, countHaving, type Having } from "./having";
import type { EventKind, IncidentIndex } from "./incident-index";
import {
  COUNTRY,
  type DayRange,
  dateBits,
  MATCHES,
  type Matching,
  OF_INCIDENT,
  PROVINCE,
  slotsWithin,
  TYPE,
  WHOLE_KIND,
} from "./match-filter";
import { countPerValue } from "./set-column";
import { countBoth, inEither, noSlots, type SlotBits, slotsIn } from "./slot-bits";
import { type Adding, sumOver } from "./sum-over";
import { type DateTally, type DateUnit, datedMonths, inUnit, sumDates } from "./walk-dates";

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
  const slots = near[own] ? inEither(hits, near[own]) : hits;
  if (column.having !== null) return countPerValue(column, slots);
  const { of, starts, values } = column;
  const add: Adding = (sums, some, sign) => {
    for (const slot of some) {
      const end = starts[of[slot]! + 1]!;
      for (let at = starts[of[slot]!]!; at < end; at++) sums[values[at]!]! += sign;
    }
  };
  const length = column.codes.length;
  return Uint32Array.from(sumOver(index, slots, { name: OF_INCIDENT[own]!, length, add }));
}

type EventFacet = "country" | "province" | "type";

/** Whatever is asked of an event beside the facet's own must hold for the event that has the code. */
function countOfEvents(index: IncidentIndex, matching: Matching, name: EventFacet): Uint32Array {
  const { kindBits, isOfEvent, range, whole, butForPlaces } = matching;
  const others = WHOLE_KIND & ~{ country: COUNTRY, province: PROVINCE, type: TYPE }[name];
  // A type makes the dates those of the event, also where no other asks for one.
  const isByEvent = isOfEvent || name === "type";
  const slots = isByEvent ? whole : butForPlaces;
  const isFree = kindBits.every((bits) => (bits & others) === others);
  const isRight = (kind: number) => (kindBits[kind]! & others) === others;
  if (!isByEvent || range === null)
    return isFree
      ? countPerValue(index.sets[name], slots)
      : countByKinds(index, name, slots, isRight);
  const { inside, across } = slotsWithin(index, range, slots);
  const counts = countByKinds(
    index,
    name,
    inside,
    (kind) => isRight(kind) && !index.kinds[kind]!.isUndated,
  );
  const more = countByEvents(index, kindBits, { name, others, range, slots: across });
  return counts.map((count, value) => count + more[value]!);
}

/** How many of the slots have each value in an event of a right kind. */
function countByKinds(
  { kinds, briefs, havingBrief, sets, room }: IncidentIndex,
  name: EventFacet,
  slots: SlotBits,
  isRight: (kind: number) => boolean,
): Uint32Array {
  const perValue: Having[][] = sets[name].codes.map(() => []);
  for (const [brief, kind] of briefs.entries()) {
    const having = havingBrief[brief];
    if (!isRight(kind) || !having) continue;
    for (const value of valuesOf(kinds[kind]!, name)) perValue[value]!.push(having);
  }
  return Uint32Array.from(perValue, (some) => {
    if (some.length <= 1) return some[0] ? countHaving(some[0], slots) : 0;
    const found = noSlots(room);
    for (const one of some) addHaving(found, one);
    return countBoth(found, slots);
  });
}

function valuesOf({ type, provinces, countries }: EventKind, name: EventFacet): readonly number[] {
  return name === "type" ? [type] : name === "province" ? provinces : countries;
}

function countByEvents(
  { eventsFrom, eventCount, events, kinds, sets }: IncidentIndex,
  kindBits: Uint8Array,
  asked: { name: EventFacet; others: number; range: DayRange; slots: SlotBits },
): Uint32Array {
  const { name, others, range, slots } = asked;
  const ofKind = kinds.map((kind) => valuesOf(kind, name));
  const counts = new Uint32Array(sets[name].codes.length);
  // The slot, plus one, that was counted last for a value: an incident counts once.
  const last = new Uint32Array(counts.length);
  for (const slot of slotsIn(slots)) {
    const end = eventsFrom[slot]! + eventCount[slot]!;
    for (let at = eventsFrom[slot]!; at < end; at++) {
      const kind = events.kind[at]!;
      if ((kindBits[kind]! & others) !== others) continue;
      if (!(dateBits(range, events.earliest[at]!, events.latest[at]!) & MATCHES)) continue;
      const values = ofKind[kind]!;
      for (let n = 0; n < values.length; n++) {
        const value = values[n]!;
        if (last[value] === slot + 1) continue;
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
  const { from, to } = extent;
  const months = placesFrom(to - from + 1, "month", extent);
  const years = placesFrom(months.past, "year", extent);
  const sums = sumDates(index, matching, {
    name: "dates",
    length: years.past,
    tallies: (into, sign) => {
      const within = (_slot: number, month: number) => {
        into[month - from]! += sign;
      };
      return [{ ...tallyOf(into, months, sign), within }, tallyOf(into, years, sign)];
    },
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
    within: () => undefined,
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
