import { type IncidentFilter, isAsked } from "../incident-filter";
import { addHaving } from "./having";
import type { IncidentIndex } from "./incident-index";
import {
  CERTAINLY,
  type DayRange,
  dateBits,
  dayRanges,
  holdDates,
  MATCHES,
  POSSIBLY,
  slotsWithin,
} from "./match-dates";
import { matchIncidents } from "./match-incidents";
import { slotsWithAny } from "./set-column";
import {
  addSlot,
  countBoth,
  countSlots,
  inBoth,
  inEither,
  noSlots,
  type SlotBits,
  slotsIn,
  without,
} from "./slot-bits";

/** What an event must be: its kind has the bits of what is right with it. */
export const TYPE = 1;
const MODALITY = 2;
export const PROVINCE = 4;
export const COUNTRY = 8;
export const WHOLE_KIND = TYPE | MODALITY | PROVINCE | COUNTRY;

/** The incidents of an index held against a filter. */
export type Matching = {
  /** Those that match, and how many these are. */
  hits: SlotBits;
  total: number;
  /** For each thing of `OF_INCIDENT`, those that would match but for it alone; null where it asks for nothing. */
  near: readonly (SlotBits | null)[];
  /** Those of which all holds of the incident as a whole; and those of them of which all but the dates, or all but the places, holds too. */
  whole: SlotBits;
  butForDates: SlotBits;
  /** Meaningful only where the dates are those of the incident. */
  butForPlaces: SlotBits;
  /** How many of all but the dates match with either reading of the dates; how many only an unknown date leaves out. */
  certain: number;
  possible: number;
  undated: number;
  kindBits: Uint8Array;
  ranges: readonly DayRange[] | null;
  /** The dates and places are those of one event, since a type or modality is asked for. */
  isOfEvent: boolean;
};

/**
 * Holds every incident against the filter, by the rules of `incidentWhere`.
 * `found`: the slots where the searched text is found; null where none is searched for.
 */
export function matchFilter(
  index: IncidentIndex,
  filter: IncidentFilter,
  found: SlotBits | null,
): Matching {
  const ranges = dayRanges(filter);
  const asked = matchIncidents(index, filter, found);
  const kindBits = matchKinds(index, filter);
  const isOfEvent = isAsked(filter, "type") || isAsked(filter, "modality");
  const held = isOfEvent
    ? holdAgainstEvents(index, { kindBits, ranges, among: asked.among })
    : holdAgainstHeadline(index, filter, { kindBits, ranges, among: asked.among });
  const { whole } = asked;
  const hits = inBoth(whole, held.matches);
  return {
    hits,
    total: countSlots(hits),
    near: asked.near.map((slots) => slots && inBoth(slots, held.matches)),
    whole,
    butForDates: inBoth(whole, held.places),
    butForPlaces: inBoth(whole, held.dates),
    certain: countBoth(whole, held.certain),
    possible: countBoth(whole, held.possible),
    undated: countBoth(whole, held.undated),
    kindBits,
    ranges,
    isOfEvent,
  };
}
function matchKinds(index: IncidentIndex, filter: IncidentFilter): Uint8Array {
  const { kinds, sets, briefs, briefOf } = index;
  const wanted = (name: "type" | "province" | "country") =>
    isAsked(filter, name)
      ? new Set<number | undefined>(filter[name].map((code: string) => sets[name].byCode.get(code)))
      : null;
  const [type, province, country] = [wanted("type"), wanted("province"), wanted("country")];
  const modality = isAsked(filter, "modality") ? new Set<string>(filter.modality) : null;
  const bits = Uint8Array.from(briefs, (of) => {
    const kind = kinds[of]!;
    return (
      (!type || type.has(kind.type) ? TYPE : 0) |
      (!modality || modality.has(kind.modality) ? MODALITY : 0) |
      (!province || kind.provinces.some((value) => province.has(value)) ? PROVINCE : 0) |
      (!country || kind.countries.some((value) => country.has(value)) ? COUNTRY : 0)
    );
  });
  const ofKind = new Uint8Array(kinds.length);
  for (let kind = 0; kind < kinds.length; kind++) ofKind[kind] = bits[briefOf[kind]!]!;
  return ofKind;
}

/** The kinds of events that are right, the days that are asked for, and the slots that are looked at. */
type Asked = { kindBits: Uint8Array; ranges: readonly DayRange[] | null; among: SlotBits };

/** What holds of the places and dates of the slots that are looked at; of others, anything may be told. */
type Held = Record<"matches" | "certain" | "possible" | "undated" | "places" | "dates", SlotBits>;

/** Places and dates of one and the same event. */
function holdAgainstEvents(index: IncidentIndex, { kindBits, ranges, among }: Asked): Held {
  const isRight = (kind: number) => kindBits[kind] === WHOLE_KIND;
  const dated = slotsWithKind(index, (kind) => isRight(kind) && index.datedTypeOf[kind] !== 0);
  const open = slotsWithKind(index, (kind) => isRight(kind) && index.datedTypeOf[kind] === 0);
  const places = inEither(dated, open);
  if (ranges === null) return allDates(index, places);
  const { eventsFrom, eventCount, events } = index;
  // What is certain is possible too.
  const certainly = ranges.map((range) => ({ ...range, mode: "certain" }) as const);
  const { inside, across } = slotsWithin(index, certainly, inBoth(among, dated));
  const [matches, certain, possible] = [inside.slice(), inside.slice(), inside];
  for (const slot of slotsIn(across)) {
    let bits = 0;
    const end = eventsFrom[slot]! + eventCount[slot]!;
    for (let at = eventsFrom[slot]!; at < end; at++)
      if (isRight(events.kind[at]!))
        bits |= dateBits(ranges, events.earliest[at]!, events.latest[at]!);
    if (bits & MATCHES) addSlot(matches, slot);
    if (bits & CERTAINLY) addSlot(certain, slot);
    if (bits & POSSIBLY) addSlot(possible, slot);
  }
  // Undated is only what no date lets in.
  return { matches, certain, possible, undated: without(open, possible), places, dates: matches };
}

/** The slots with an event of one of the kinds, of which all with the same brief are right, or none. */
function slotsWithKind(
  { havingBrief, briefs, room }: IncidentIndex,
  isRight: (kind: number) => boolean,
): SlotBits {
  const found = noSlots(room);
  for (const [brief, kind] of briefs.entries())
    if (isRight(kind)) addHaving(found, havingBrief[brief]);
  return found;
}

function allDates({ room, taken }: IncidentIndex, places: SlotBits): Held {
  const all = { certain: places, possible: places, matches: places, places };
  return { ...all, undated: noSlots(room), dates: taken };
}

/** Places of any event, the date that of the incident. */
function holdAgainstHeadline(
  index: IncidentIndex,
  filter: IncidentFilter,
  { kindBits, ranges }: Asked,
): Held {
  const { sets, room, taken } = index;
  const asked = (["province", "country"] as const).filter((name) => isAsked(filter, name));
  const [name] = asked;
  const places =
    asked.length > 1
      ? slotsWithKind(index, (kind) => kindBits[kind] === WHOLE_KIND)
      : name
        ? slotsWithAny(sets[name], filter[name], room)
        : taken;
  if (ranges === null) return allDates(index, places);
  const { certain, possible, undated } = holdDates(index, ranges);
  const dates = filter.dates === "certain" ? certain : possible;
  return {
    matches: inBoth(dates, places),
    certain: inBoth(certain, places),
    possible: inBoth(possible, places),
    undated: inBoth(undated, places),
    places,
    dates,
  };
}
