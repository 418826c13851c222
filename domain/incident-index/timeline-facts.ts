import type { TimelineFact } from "../count-timeline";
import type { IncidentFilter } from "../incident-filter";
import type { LaneKind } from "../timeline-lanes";
import { NONE } from "./columns";
import type { IncidentIndex } from "./incident-index";
import { MATCHES, type Matching, WHOLE_KIND } from "./match-filter";
import { dateOrder } from "./page-of";
import { valuesOfSet } from "./set-column";

/** A date with whose it is: `number` of the incident, `event` its place among the events; null = the headline's. */
export type IndexedFact = TimelineFact & { number: number; event: number | null };

/**
 * Every date by which a filter without dates finds an incident, oldest incidents first: its headline date, or beside a
 * type or modality that of each event asked for. `codes`: what the numbers of lanes stand for. An incident stands in
 * the lane of every province of an event that is asked for, every status of its people, every nationality of its
 * groups; where the filter asks for some of these, in no other lanes. The fact is one object, filled anew each time.
 */
export function timelineFacts(
  index: IncidentIndex,
  matching: Matching,
  filter: IncidentFilter,
  lane: LaneKind,
): { facts: Iterable<IndexedFact>; codes: string[] } {
  const codes = lane === "none" ? [] : [...index.sets[lane].codes].sort();
  const lanesOf = laneReader(index, matching, filter, lane, codes);
  return { codes, facts: { [Symbol.iterator]: () => read(index, matching, lanesOf) } };
}

type Lanes = readonly number[];
type LaneReader = { ofSlot: (slot: number) => Lanes; ofKind: (kind: number) => Lanes | null };

function* read(
  index: IncidentIndex,
  { state, holds, kindBits, isOfEvent }: Matching,
  { ofSlot, ofKind }: LaneReader,
): Generator<IndexedFact, undefined, undefined> {
  const { numbers, numberOf, eventsFrom, eventCount, events } = index;
  const persons: IndexedFact["persons"] = { low: null, best: null, high: null };
  const fact: IndexedFact = {
    incident: 0,
    number: 0,
    event: null,
    earliest: null,
    latest: null,
    lanes: [],
    persons,
  };
  for (const slot of dateOrder(index, false)) {
    if (state[slot] !== 0 || !(holds[slot]! & MATCHES)) continue;
    fact.incident = slot;
    fact.number = numberOf[slot]!;
    persons.low = known(numbers.low[slot]!);
    persons.best = known(numbers.best[slot]!);
    persons.high = known(numbers.high[slot]!);
    if (!isOfEvent) {
      fact.earliest = known(numbers.earliest[slot]!);
      fact.latest = known(numbers.latest[slot]!);
      fact.lanes = ofSlot(slot);
      yield fact;
      continue;
    }
    const from = eventsFrom[slot]!;
    for (let event = 0; event < eventCount[slot]!; event++) {
      const kind = events.kind[from + event]!;
      if (kindBits[kind] !== WHOLE_KIND) continue;
      fact.event = event;
      fact.earliest = known(events.earliest[from + event]!);
      fact.latest = known(events.latest[from + event]!);
      fact.lanes = ofKind(kind) ?? ofSlot(slot);
      yield fact;
    }
  }
}

function known(number: number): number | null {
  return number === NONE ? null : number;
}

function laneReader(
  index: IncidentIndex,
  { kindBits, isOfEvent }: Matching,
  filter: IncidentFilter,
  lane: LaneKind,
  codes: readonly string[],
): LaneReader {
  const none = { ofSlot: () => [], ofKind: () => null };
  if (lane === "none") return none;
  const column = index.sets[lane];
  const asked: readonly string[] = filter[lane];
  const numberOf = new Map(codes.map((code, at) => [code, at]));
  const laneOf = column.codes.map((code) =>
    asked.length === 0 || asked.includes(code) ? numberOf.get(code)! : null,
  );
  const lanes = (values: Iterable<number>): Lanes =>
    [...values].flatMap((value) => laneOf[value] ?? []);
  if (lane !== "province") {
    const ofSet = Array.from({ length: column.count }, (_, set) => lanes(valuesOfSet(column, set)));
    return { ...none, ofSlot: (slot) => ofSet[column.of[slot]!]! };
  }
  const ofKind = index.kinds.map(({ provinces }) => lanes(provinces));
  if (isOfEvent) return { ...none, ofKind: (kind) => ofKind[kind]! };
  const { eventsFrom, eventCount, events } = index;
  return {
    ...none,
    ofSlot(slot) {
      const found = new Set<number>();
      const end = eventsFrom[slot]! + eventCount[slot]!;
      for (let at = eventsFrom[slot]!; at < end; at++) {
        const kind = events.kind[at]!;
        if (kindBits[kind] === WHOLE_KIND) for (const one of ofKind[kind]!) found.add(one);
      }
      return [...found];
    },
  };
}
