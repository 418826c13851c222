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
import { countPerValue, type SetColumn } from "./set-column";
import { countBoth, countSlots, inEither, noSlots, type SlotBits, slotsIn } from "./slot-bits";
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

function countOfIncident(index: IncidentIndex, matching: Matching, own: number) {
  return countPerValue(index.sets[OF_INCIDENT[own]!], foundSlots(matching, own));
}

/** What would be found if one thing of `OF_INCIDENT` asked for nothing. */
function foundSlots({ hits, near }: Matching, own: number): SlotBits {
  return near[own] ? inEither(hits, near[own]) : hits;
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
  const counts = new Uint32Array(sets[name].codes.length);
  // The slot, plus one, that was counted last for a value: an incident counts once.
  const last = new Uint32Array(counts.length);
  for (const slot of slotsIn(slots)) {
    const end = eventsFrom[slot]! + eventCount[slot]!;
    for (let at = eventsFrom[slot]!; at < end; at++) {
      const kind = events.kind[at]!;
      if ((kindBits[kind]! & others) !== others) continue;
      if (!(dateBits(range, events.earliest[at]!, events.latest[at]!) & MATCHES)) continue;
      const values = valuesOf(kinds[kind]!, name);
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
  return mostOf(codes, perValue.keys(), (value) => perValue[value]!, limit);
}

/**
 * The same of a facet whose values are many, and how many incidents a code finds. Of few incidents all values are
 * counted. Of many, no value has more than is `known` of it, so that from those with the most on few are looked at.
 */
export function rareFacet(
  index: IncidentIndex,
  matching: Matching,
  name: (typeof OF_INCIDENT)[number],
  known: FacetCounts,
): { most(limit: number): string[]; countOf(code: string): number } {
  const { having, codes, byCode } = index.sets[name];
  const slots = foundSlots(matching, OF_INCIDENT.indexOf(name));
  if (countSlots(slots) * 4 <= index.order.length) {
    const counts = { codes, byCode, perValue: countOneByOne(index.sets[name], slots) };
    return {
      most: (limit) => mostFound(counts, limit),
      countOf: (code) => countOf(counts, code),
    };
  }
  const countAt = (value: number) => (having[value] ? countHaving(having[value], slots) : 0);
  return {
    most: (limit) => mostOf(codes, byCount(known), countAt, limit, known.perValue),
    countOf: (code) => countAt(byCode.get(code) ?? -1),
  };
}

/** By value, going through the incidents instead of the values. */
function countOneByOne({ codes, of, starts, values }: SetColumn, slots: SlotBits): Uint32Array {
  const counts = new Uint32Array(codes.length);
  for (const slot of slotsIn(slots)) {
    const end = starts[of[slot]! + 1]!;
    for (let at = starts[of[slot]!]!; at < end; at++) counts[values[at]!]!++;
  }
  return counts;
}

/** `atMost`: by value, in the order of the values, descending, what the count cannot exceed. */
function mostOf(
  codes: readonly string[],
  values: Iterable<number>,
  countAt: (value: number) => number,
  limit: number,
  atMost?: Uint32Array,
): string[] {
  const most: { value: number; count: number }[] = [];
  for (const value of values) {
    const least = most.length === limit ? most.at(-1)!.count : 1;
    if (atMost && atMost[value]! < least) break;
    const count = countAt(value);
    if (count < least) continue;
    const isAfter = (one: { value: number; count: number }) =>
      one.count < count ||
      (one.count === count && compareText(codes[value]!, codes[one.value]!) < 0);
    const at = most.findIndex(isAfter);
    if (at >= 0) most.splice(at, 0, { value, count });
    else if (most.length < limit) most.push({ value, count });
    if (most.length > limit) most.pop();
  }
  return most.map(({ value }) => codes[value]!);
}

const BY_COUNT = new WeakMap<FacetCounts, Uint32Array>();

/** The values by how many incidents they find, most first. */
function byCount(known: FacetCounts): Uint32Array {
  let order = BY_COUNT.get(known);
  if (!order) {
    const { perValue } = known;
    order = new Uint32Array(perValue.keys()).sort((a, b) => perValue[b]! - perValue[a]!);
    BY_COUNT.set(known, order);
  }
  return order;
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
