import { type IncidentFilter, isAsked } from "../incident-filter";
import { datesOfKinds } from "./dates-of-kinds";
import { addHaving } from "./having";
import type { IncidentIndex } from "./incident-index";
import {
  CERTAINLY,
  type DayRange,
  dateBits,
  dayRanges,
  holdDates,
  holdHeadlines,
  POSSIBLY,
  slotsWithin,
  type Within,
} from "./match-dates";
import { matchIncidents } from "./match-incidents";
import { matchKinds, rightKinds, WHOLE_KIND } from "./match-kinds";
import { slotsWithAny } from "./set-column";
import {
  countBoth,
  countSlots,
  inBoth,
  inEither,
  noSlots,
  type SlotBits,
  without,
} from "./slot-bits";

/** The incidents of an index held against a filter. */
export type Matching = {
  filter: IncidentFilter;
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
  /** The slots with an event of which all but its dates is right, all where nothing is asked of events; and with such an event that has a date, meaningful only where `isOfEvent`. */
  places: SlotBits;
  dated: SlotBits;
  /**
   * Where dates are asked of events: those of `whole` of which all dated events that are right match, whatever others do,
   * and those of which some may. Null where they are asked of the incident, or not at all.
   */
  within: Within | null;
  kindBits: Uint8Array;
  /** Events that differ only in areas, localities and facilities are all right, or none: `briefs` can tell for them. */
  isByBrief: boolean;
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
  const { kindBits, isByBrief } = matchKinds(index, filter);
  const isOfEvent = isAsked(filter, "type") || isAsked(filter, "modality");
  const held = isOfEvent
    ? holdAgainstEvents(index, filter, { kindBits, isByBrief, ranges, among: asked.among })
    : holdAgainstHeadline(index, filter, { kindBits, isByBrief, ranges, among: asked.among });
  const { whole } = asked;
  const hits = inBoth(whole, held.matches);
  return {
    filter,
    hits,
    total: countSlots(hits),
    near: asked.near.map((slots) => slots && inBoth(slots, held.matches)),
    whole,
    butForDates: inBoth(whole, held.places),
    butForPlaces: inBoth(whole, held.dates),
    certain: countBoth(whole, held.certain),
    possible: countBoth(whole, held.possible),
    undated: countBoth(whole, held.undated),
    places: held.places,
    dated: held.dated,
    within: held.within && {
      inside: inBoth(whole, held.within.inside),
      across: inBoth(whole, held.within.across),
    },
    kindBits,
    isByBrief,
    ranges,
    isOfEvent,
  };
}

/** The kinds of events that are right, the days that are asked for, and the slots that are looked at. */
type Asked = Pick<Matching, "kindBits" | "isByBrief" | "ranges"> & { among: SlotBits };

/** What holds of the places and dates of the slots that are looked at; of others, anything may be told. */
type Held = Record<
  "matches" | "certain" | "possible" | "undated" | "places" | "dated" | "dates",
  SlotBits
> &
  Pick<Matching, "within">;

/** Places and dates of one and the same event. */
function holdAgainstEvents(
  index: IncidentIndex,
  filter: IncidentFilter,
  { kindBits, isByBrief, ranges, among }: Asked,
): Held {
  if (ranges === null) {
    const isRight = (kind: number) => kindBits[kind] === WHOLE_KIND;
    const slotsWith = isByBrief ? slotsWithBrief : slotsWithKind;
    const dated = slotsWith(index, (kind) => isRight(kind) && index.datedTypeOf[kind] !== 0);
    const undated = slotsWith(index, (kind) => isRight(kind) && index.datedTypeOf[kind] === 0);
    return { ...allDates(index, inEither(dated, undated)), dated };
  }
  const dates = datesOfKinds(index, rightKinds(index, { filter, kindBits }));
  const { dated, withUndated } = dates;
  const ofOne = holdDates(among, dates, ranges);
  const many = inBoth(among, dates.many);
  const [ofMany, ofManyCertainly] = (["possible", "certain"] as const).map((mode) =>
    slotsWithin(
      index,
      ranges.map((range) => ({ ...range, mode })),
      many,
    ),
  ) as [Within, Within];
  // What is certainly inside is possibly so.
  const found = slotsByEvents(index, { kindBits, ranges, slots: ofManyCertainly.across });
  const possible = inEither(inEither(ofOne.possible, ofMany.inside), found.possible);
  const certain = inEither(inEither(ofOne.certain, ofManyCertainly.inside), found.certain);
  const isCertain = ranges[0]?.mode === "certain";
  const matches = isCertain ? certain : possible;
  const asked = isCertain ? ofManyCertainly : ofMany;
  return {
    matches,
    certain,
    possible,
    // Undated is only what no date lets in.
    undated: without(withUndated, possible),
    places: inEither(dated, withUndated),
    dated,
    dates: matches,
    within: {
      inside: inEither(isCertain ? ofOne.certain : ofOne.possible, asked.inside),
      across: asked.across,
    },
  };
}

/** Those of the slots with a right event in one of the ranges, by either reading. */
function slotsByEvents(
  { eventsFrom, eventCount, events, room }: IncidentIndex,
  asked: { kindBits: Uint8Array; ranges: readonly DayRange[]; slots: SlotBits },
): { certain: SlotBits; possible: SlotBits } {
  const { kindBits, ranges, slots } = asked;
  const { kind, earliest, latest } = events;
  const [certain, possible] = [noSlots(room), noSlots(room)];
  for (let word = 0; word < slots.length; word++)
    for (let rest = slots[word]!; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      const slot = (word << 5) + 31 - Math.clz32(bit);
      const end = eventsFrom[slot]! + eventCount[slot]!;
      let bits = 0;
      for (let at = eventsFrom[slot]!; at < end && (bits & CERTAINLY) === 0; at++)
        if (kindBits[kind[at]!] === WHOLE_KIND)
          bits |= dateBits(ranges, earliest[at]!, latest[at]!);
      if (bits & CERTAINLY) certain[word]! |= bit;
      if (bits & POSSIBLY) possible[word]! |= bit;
    }
  return { certain, possible };
}

/** The slots with an event of one of the kinds. */
function slotsWithKind(
  { kinds, room, taken, eventsFrom, eventCount, events }: IncidentIndex,
  isRight: (kind: number) => boolean,
): SlotBits {
  const found = noSlots(room);
  const right = new Uint8Array(kinds.length);
  for (let kind = 0; kind < right.length; kind++) right[kind] = isRight(kind) ? 1 : 0;
  const { kind } = events;
  for (let word = 0; word < taken.length; word++) {
    let own = 0;
    for (let rest = taken[word]!; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      const slot = (word << 5) + 31 - Math.clz32(bit);
      const end = eventsFrom[slot]! + eventCount[slot]!;
      for (let at = eventsFrom[slot]!; at < end; at++) if (right[kind[at]!] === 1) own |= bit;
    }
    if (own !== 0) found[word] = own;
  }
  return found;
}

/** The same where of kinds with the same brief all are right, or none. */
function slotsWithBrief(
  { havingBrief, briefs, room }: IncidentIndex,
  isRight: (kind: number) => boolean,
): SlotBits {
  const found = noSlots(room);
  for (let brief = 0; brief < briefs.length; brief++)
    if (isRight(briefs[brief]!)) addHaving(found, havingBrief[brief]);
  return found;
}

function allDates({ room, taken }: IncidentIndex, places: SlotBits): Held {
  const all = { certain: places, possible: places, matches: places, places, dated: places };
  return { ...all, undated: noSlots(room), dates: taken, within: null };
}

/** Places of any event, the date that of the incident. */
function holdAgainstHeadline(
  index: IncidentIndex,
  filter: IncidentFilter,
  { kindBits, isByBrief, ranges, among }: Asked,
): Held {
  const { sets, room, taken } = index;
  const asked = (["province", "country"] as const).filter((name) => isAsked(filter, name));
  const [name] = asked;
  const isWhole = (kind: number) => kindBits[kind] === WHOLE_KIND;
  const places = !isByBrief
    ? slotsWithKind(index, isWhole)
    : asked.length > 1
      ? slotsWithBrief(index, isWhole)
      : name
        ? slotsWithAny(sets[name], filter[name], room)
        : taken;
  if (ranges === null) return allDates(index, places);
  const { certain, possible, undated } = holdHeadlines(index, ranges, among);
  const dates = filter.dates === "certain" ? certain : possible;
  return {
    matches: inBoth(dates, places),
    certain: inBoth(certain, places),
    possible: inBoth(possible, places),
    undated: inBoth(undated, places),
    places,
    dated: places,
    within: null,
    dates,
  };
}
