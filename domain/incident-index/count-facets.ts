import { compareText } from "../compare-text";
import { NONE } from "./columns";
import type { IncidentIndex } from "./incident-index";
import {
  BUT_FOR_DATES,
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
  const { first, last } = index.days;
  if (first > last) return { months: new Map(), years: new Map() };
  const monthOf = monthsFrom(first, last);
  const [from, to] = [monthOf(first), monthOf(last)];
  const months = emptyCounts(from, to);
  const years = emptyCounts(yearOf(from), yearOf(to));
  const { whole, holds, isOfEvent, kindBits } = matching;
  const { numbers, eventsFrom, eventCount, events } = index;
  const startOf = (day: number) => (day === NONE ? from : monthOf(day));
  const endOf = (day: number) => (day === NONE ? to : monthOf(day));
  for (const slot of whole) {
    if (!(holds[slot]! & BUT_FOR_DATES)) continue;
    if (!isOfEvent) {
      const [earliest, latest] = [numbers.earliest[slot]!, numbers.latest[slot]!];
      if (earliest === NONE && latest === NONE) continue;
      const [start, end] = [startOf(earliest), endOf(latest)];
      const isClosed = earliest !== NONE && latest !== NONE;
      countStretch(months, start, end, isClosed);
      countStretch(years, yearOf(start), yearOf(end), isClosed);
      continue;
    }
    const stretches: Stretch[] = [];
    const past = eventsFrom[slot]! + eventCount[slot]!;
    for (let at = eventsFrom[slot]!; at < past; at++) {
      if (kindBits[events.kind[at]!] !== WHOLE_KIND) continue;
      const [earliest, latest] = [events.earliest[at]!, events.latest[at]!];
      if (earliest === NONE && latest === NONE) continue;
      const isClosed = earliest !== NONE && latest !== NONE;
      stretches.push({ start: startOf(earliest), end: endOf(latest), isClosed });
    }
    countStretches(months, stretches);
    countStretches(
      years,
      stretches.map(({ start, end, isClosed }) => ({
        start: yearOf(start),
        end: yearOf(end),
        isClosed,
      })),
    );
  }
  return { months: readCounts(months), years: readCounts(years) };
}

function yearOf(month: number): number {
  return Math.floor(month / 12);
}

/** From the first to the last month or year; closed where both of its days are known. */
type Stretch = { start: number; end: number; isClosed: boolean };

/** `steps`: how many more are possible from each place on than before it. */
type Counts = { from: number; steps: Int32Array; certain: Uint32Array };

function emptyCounts(from: number, to: number): Counts {
  return { from, steps: new Int32Array(to - from + 2), certain: new Uint32Array(to - from + 1) };
}

function countStretch(counts: Counts, start: number, end: number, isClosed: boolean): void {
  counts.steps[start - counts.from]!++;
  counts.steps[end - counts.from + 1]!--;
  if (isClosed && start === end) counts.certain[start - counts.from]!++;
}

/** One incident: possible wherever any of its dates reaches, certain where one lies wholly inside. */
function countStretches(counts: Counts, stretches: Stretch[]): void {
  stretches.sort((a, b) => a.start - b.start);
  let reached = Number.NEGATIVE_INFINITY;
  const certain = new Set<number>();
  for (const { start, end, isClosed } of stretches) {
    const from = Math.max(start, reached + 1);
    if (from <= end) {
      countStretch(counts, from, end, false);
      reached = end;
    }
    if (isClosed && start === end) certain.add(start);
  }
  for (const at of certain) counts.certain[at - counts.from]!++;
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

/** From day to month by a table, which is ten times as quick as a calendar. */
function monthsFrom(first: number, last: number): (day: number) => number {
  const table = new Int32Array(last - first + 1);
  for (let day = first; day <= last; ) {
    const date = new Date(day * 86_400_000);
    const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
    const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 86_400_000;
    table.fill(month, day - first, Math.min(next, last + 1) - first);
    day = next;
  }
  return (day) => table[day - first]!;
}
