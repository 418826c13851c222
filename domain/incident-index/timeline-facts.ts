import { type IncidentFilter, isAsked } from "../incident-filter";
import type { TimelineFacts } from "../timeline-facts";
import type { LaneKind } from "../timeline-lanes";
import type { IncidentIndex } from "./incident-index";
import type { Matching } from "./match-filter";
import { WHOLE_KIND } from "./match-kinds";
import { dateOrder } from "./page-of";
import { valuesOfSet } from "./set-column";
import { hasSlot, slotsIn } from "./slot-bits";

/** The dates of slots; `date` is the place of an event among all where `isOfEvent`, else the slot again. */
export type IndexedFacts = TimelineFacts & { isOfEvent: boolean };

/**
 * Every date by which a filter without dates finds an incident: its headline date, or beside a type or modality that of
 * each event asked for. `codes`: what the numbers of lanes stand for. An incident stands in the lane of every province
 * of an event that is asked for, every status of its people, every nationality of its groups; where the filter asks for
 * some of these, in no other lanes. Anticipated is an event that is, or, with headline dates, where people are last
 * known at risk. `inOrder`: oldest incidents first; else in none, which is quicker.
 */
export function timelineFacts(
  index: IncidentIndex,
  matching: Matching,
  filter: IncidentFilter,
  { lane, inOrder = false }: { lane: LaneKind; inOrder?: boolean },
): { facts: IndexedFacts; codes: string[] } {
  const { isOfEvent, hits, total } = matching;
  const { low, best, high } = index.numbers;
  const slots = inOrder
    ? dateOrder(index, false).filter((slot) => hasSlot(hits, slot))
    : slotsIn(hits, total);
  const dates = isOfEvent
    ? { ...rightEvents(index, matching, slots), ...index.events }
    : { incident: slots, date: slots, ...index.numbers };
  const { incident, date, earliest, latest } = dates;
  const codes = lane === "none" ? [] : [...index.sets[lane].codes].sort();
  const lanes = lanesOf(index, matching, filter, { lane, codes, incident, date });
  const count = incident.length;
  const isAnticipated = isOfEvent ? anticipatedEvents(index, date) : atRisk(index, incident);
  const people = { low, best, high };
  const facts = {
    count,
    incident,
    date,
    earliest,
    latest,
    isAnticipated,
    ...lanes,
    ...people,
    isOfEvent,
  };
  return { codes, facts };
}

/** Where the event itself is anticipated. */
function anticipatedEvents({ kinds, events }: IncidentIndex, date: Uint32Array): Uint8Array {
  const ofKind = Uint8Array.from(kinds, ({ modality }) => (modality === "anticipated" ? 1 : 0));
  return Uint8Array.from(date, (event) => ofKind[events.kind[event]!]!);
}

/** Where something anticipated may still happen to somebody. */
function atRisk({ sets: { risk } }: IncidentIndex, incident: Uint32Array): Uint8Array {
  const ofSet = Uint8Array.from({ length: risk.count }, (_, set) =>
    [...valuesOfSet(risk, set)].length > 0 ? 1 : 0,
  );
  return Uint8Array.from(incident, (slot) => ofSet[risk.of[slot]!]!);
}

/** The number of the incident of a fact, and the place of its event among those of the incident; null = the headline's. */
export function factOf(
  { numberOf, eventsFrom }: IncidentIndex,
  { incident, date, isOfEvent }: IndexedFacts,
  fact: number,
): { number: number; event: number | null } {
  const slot = incident[fact]!;
  return {
    number: numberOf[slot]!,
    event: isOfEvent ? date[fact]! - eventsFrom[slot]! : null,
  };
}

/** The events that are asked for, and the slot of each. */
function rightEvents(
  { eventsFrom, eventCount, events }: IncidentIndex,
  { kindBits }: Matching,
  slots: Uint32Array,
): { incident: Uint32Array; date: Uint32Array } {
  let most = 0;
  for (const slot of slots) most += eventCount[slot]!;
  const incident = new Uint32Array(most);
  const date = new Uint32Array(most);
  let count = 0;
  for (const slot of slots) {
    const end = eventsFrom[slot]! + eventCount[slot]!;
    for (let at = eventsFrom[slot]!; at < end; at++) {
      if (kindBits[events.kind[at]!] !== WHOLE_KIND) continue;
      incident[count] = slot;
      date[count++] = at;
    }
  }
  return { incident: incident.subarray(0, count), date: date.subarray(0, count) };
}

type Wanted = {
  lane: LaneKind;
  codes: readonly string[];
  incident: Uint32Array;
  date: Uint32Array;
};

function lanesOf(
  index: IncidentIndex,
  { kindBits, isByBrief, isOfEvent }: Matching,
  filter: IncidentFilter,
  { lane, codes, incident, date }: Wanted,
): Pick<TimelineFacts, "laneSet" | "laneSets"> {
  if (lane === "none") return { laneSet: new Uint32Array(incident.length), laneSets: [[]] };
  const column = index.sets[lane];
  const asked: readonly string[] = filter[lane];
  const laneOf = new Map(codes.map((code, at) => [code, at]));
  const ofValue = column.codes.map((code) =>
    asked.length === 0 || asked.includes(code) ? laneOf.get(code)! : null,
  );
  const lanes = (values: Iterable<number>) => [...values].flatMap((value) => ofValue[value] ?? []);
  if (lane === "province" && (isOfEvent || !isByBrief || isAsked(filter, "country"))) {
    const ofKind = index.kinds.map(({ provinces }) => lanes(provinces));
    return isOfEvent
      ? { laneSet: date.map((event) => index.events.kind[event]!), laneSets: ofKind }
      : lanesOfRightEvents(index, kindBits, incident, ofKind);
  }
  const ofSet = Array.from({ length: column.count }, (_, set) => lanes(valuesOfSet(column, set)));
  return { laneSet: incident.map((slot) => column.of[slot]!), laneSets: ofSet };
}

/** The lanes of all events of a slot that are asked for. */
function lanesOfRightEvents(
  { eventsFrom, eventCount, events }: IncidentIndex,
  kindBits: Uint8Array,
  slots: Uint32Array,
  ofKind: readonly (readonly number[])[],
): Pick<TimelineFacts, "laneSet" | "laneSets"> {
  const laneSets: number[][] = [];
  const known = new Map<string, number>();
  const laneSet = slots.map((slot) => {
    const found = new Set<number>();
    const end = eventsFrom[slot]! + eventCount[slot]!;
    for (let at = eventsFrom[slot]!; at < end; at++) {
      const kind = events.kind[at]!;
      if (kindBits[kind] === WHOLE_KIND) for (const lane of ofKind[kind]!) found.add(lane);
    }
    const key = [...found].join(" ");
    const set = known.get(key) ?? laneSets.push([...found]) - 1;
    known.set(key, set);
    return set;
  });
  return { laneSet, laneSets };
}
