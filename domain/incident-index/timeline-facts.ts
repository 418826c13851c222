import { type IncidentFilter, isAsked } from "../incident-filter";
import type { TimelineFacts } from "../timeline-facts";
import type { LaneKind } from "../timeline-lanes";
import type { IncidentIndex } from "./incident-index";
import { isInRanges } from "./match-dates";
import type { Matching } from "./match-filter";
import { WHOLE_KIND } from "./match-kinds";
import { dateOrder } from "./page-of";
import { valuesOfSet } from "./set-column";
import { hasSlot, slotsIn } from "./slot-bits";

/** The dates of slots; `date` is the place of an event among all where `isOfEvent`, else the slot again. */
export type IndexedFacts = TimelineFacts & { isOfEvent: boolean };

/**
 * Every date by which a filter finds an incident: its headline date, or beside a type or modality that of each event
 * asked for. `codes`: what the numbers of lanes stand for. An incident stands in the lane of every province
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
  const ofKind = new Uint8Array(kinds.length);
  for (const [kind, { modality }] of kinds.entries())
    ofKind[kind] = modality === "anticipated" ? 1 : 0;
  const found = new Uint8Array(date.length);
  for (let fact = 0; fact < date.length; fact++) found[fact] = ofKind[events.kind[date[fact]!]!]!;
  return found;
}

/** Where something anticipated may still happen to somebody. */
function atRisk({ sets: { risk } }: IncidentIndex, incident: Uint32Array): Uint8Array {
  const ofSet = new Uint8Array(risk.count);
  for (let set = 0; set < risk.count; set++) ofSet[set] = valuesOfSet(risk, set).length > 0 ? 1 : 0;
  const found = new Uint8Array(incident.length);
  for (let fact = 0; fact < found.length; fact++) found[fact] = ofSet[risk.of[incident[fact]!]!]!;
  return found;
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

/** The events that are asked for, in the days that are asked for, and the slot of each. */
function rightEvents(
  { eventsFrom, eventCount, events }: IncidentIndex,
  { kindBits, ranges }: Matching,
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
      if (ranges && isInRanges(ranges, events.earliest[at]!, events.latest[at]!) === 0) continue;
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
      ? { laneSet: valuesAt(index.events.kind, date), laneSets: ofKind }
      : lanesOfRightEvents(index, kindBits, incident, ofKind);
  }
  const ofSet = Array.from({ length: column.count }, (_, set) => lanes(valuesOfSet(column, set)));
  return { laneSet: valuesAt(column.of, incident), laneSets: ofSet };
}

/** What a column has at the places; a loop takes a fraction of the time of `map`. */
function valuesAt(column: Uint32Array, places: Uint32Array): Uint32Array {
  const values = new Uint32Array(places.length);
  for (let at = 0; at < places.length; at++) values[at] = column[places[at]!]!;
  return values;
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
  const setOf = (lanes: readonly number[]) => {
    const key = lanes.join(" ");
    const set = known.get(key) ?? laneSets.push([...lanes]) - 1;
    known.set(key, set);
    return set;
  };
  const setOfKind = Uint32Array.from(ofKind, (lanes) => setOf(lanes));
  const setOfNone = setOf([]);
  const laneSet = new Uint32Array(slots.length);
  for (let fact = 0; fact < slots.length; fact++) {
    const slot = slots[fact]!;
    const end = eventsFrom[slot]! + eventCount[slot]!;
    let set = -1;
    let many: Set<number> | null = null;
    for (let at = eventsFrom[slot]!; at < end; at++) {
      const kind = events.kind[at]!;
      if (kindBits[kind] !== WHOLE_KIND || setOfKind[kind] === set) continue;
      if (set === -1) set = setOfKind[kind]!;
      else {
        many ??= new Set(laneSets[set]);
        for (const lane of ofKind[kind]!) many.add(lane);
      }
    }
    laneSet[fact] = many !== null ? setOf([...many]) : set === -1 ? setOfNone : set;
  }
  return { laneSet, laneSets };
}
