import { type IncidentFilter, isAsked, matchesNothing } from "../incident-filter";
import { dayNumber } from "../partial-date";
import { referenceNumber } from "../reference";
import { NONE } from "./columns";
import type { SetName } from "./incident-facts";
import { ALWAYS, type IncidentIndex } from "./incident-index";
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

/** What of an incident as a whole a facet counts; each counts as if itself asked for nothing. */
export const OF_INCIDENT = [
  "status",
  "role",
  "nationality",
  "source",
  "corroboration",
  "review",
] as const satisfies SetName[];

/** What an event must be: its kind has the bits of what is right with it. */
export const TYPE = 1;
const MODALITY = 2;
export const PROVINCE = 4;
export const COUNTRY = 8;
export const WHOLE_KIND = TYPE | MODALITY | PROVINCE | COUNTRY;

/** What the dates of an incident or an event are to the range. */
export const MATCHES = 1;
const CERTAINLY = 2;
const POSSIBLY = 4;
const UNDATED = 8;
/** All but the dates holds of an event. */
const BUT_FOR_DATES = 16;

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
  range: DayRange | null;
  /** The dates and places are those of one event, since a type or modality is asked for. */
  isOfEvent: boolean;
};

/** Day numbers, inclusive, null where open. */
export type DayRange = { from: number | null; to: number | null; mode: IncidentFilter["dates"] };

/**
 * Holds every incident against the filter, by the rules of `incidentWhere`.
 * `found`: the slots where the searched text is found; null where none is searched for.
 */
export function matchFilter(
  index: IncidentIndex,
  filter: IncidentFilter,
  found: SlotBits | null,
): Matching {
  const range =
    filter.from === null && filter.to === null
      ? null
      : {
          from: filter.from === null ? null : dayNumber(filter.from),
          to: filter.to === null ? null : dayNumber(filter.to),
          mode: filter.dates,
        };
  const asked = matchIncidents(index, filter, found);
  const kindBits = matchKinds(index, filter);
  const isOfEvent = isAsked(filter, "type") || isAsked(filter, "modality");
  const held = isOfEvent
    ? holdAgainstEvents(index, filter, { kindBits, range, among: asked.among })
    : holdAgainstHeadline(index, filter, { kindBits, range, among: asked.among });
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
    range,
    isOfEvent,
  };
}

/** What is asked of an incident as a whole: those of which all holds, all but one thing, or either. */
type OfIncident = { whole: SlotBits; near: (SlotBits | null)[]; among: SlotBits };

function matchIncidents(
  index: IncidentIndex,
  filter: IncidentFilter,
  found: SlotBits | null,
): OfIncident {
  const base = matchesNothing(filter) ? noSlots(index.room) : matchOthers(index, filter, found);
  const right = OF_INCIDENT.map((name) => rightSlots(index, filter, name));
  const others = (but: number) =>
    right.reduce<SlotBits>(
      (all, ok, at) => (ok === null || at === but ? all : inBoth(all, ok)),
      base,
    );
  const near = right.map((ok, at) => ok && without(others(at), ok));
  const whole = others(-1);
  const among = near.reduce<SlotBits>((all, slots) => (slots ? inEither(all, slots) : all), whole);
  return { whole, near, among };
}

/** The slots with which a thing is right; null where it asks for nothing. */
function rightSlots(
  index: IncidentIndex,
  filter: IncidentFilter,
  name: (typeof OF_INCIDENT)[number],
): SlotBits | null {
  const { sets, room, slots } = index;
  if (isAsked(filter, name)) return slotsWithAny(sets[name], filter[name], { slots, room });
  if (name !== "review") return null;
  return without(index.taken, slotsWithAny(sets.review, ["retracted"], { slots, room }));
}

/** What no facet leaves out. */
function matchOthers(
  index: IncidentIndex,
  filter: IncidentFilter,
  found: SlotBits | null,
): SlotBits {
  const { slots, room, sets } = index;
  const asked = [
    found,
    matchPeople(index, filter),
    isAsked(filter, "ref") ? matchReferences(index, filter) : null,
    isAsked(filter, "risk") ? slotsWithAny(sets.risk, filter.risk, { slots, room }) : null,
    matchNews(index, filter),
  ];
  return asked.reduce<SlotBits>((all, ok) => (ok ? inBoth(all, ok) : all), index.taken);
}

function matchReferences(
  { slots, room, numbers: { reference } }: IncidentIndex,
  { ref }: IncidentFilter,
): SlotBits {
  const wanted = new Set(ref.map(referenceNumber));
  const found = noSlots(room);
  for (let slot = 0; slot < slots; slot++) if (wanted.has(reference[slot]!)) addSlot(found, slot);
  return found;
}

// The known figures of the persons reach into the range; an unknown number never does.
function matchPeople(
  { slots, room, numbers: { low, best, high } }: IncidentIndex,
  { people_min, people_max }: IncidentFilter,
): SlotBits | null {
  if (people_min === null && people_max === null) return null;
  const found = noSlots(room);
  const [min, max] = [people_min ?? 0, people_max ?? Number.MAX_SAFE_INTEGER];
  for (let slot = 0; slot < slots; slot++) {
    const most = firstKnown(high[slot]!, best[slot]!, low[slot]!);
    const least = firstKnown(low[slot]!, best[slot]!, high[slot]!);
    if (most !== NONE && most >= min && least <= max) addSlot(found, slot);
  }
  return found;
}

// An unknown day lies in no range.
function matchNews(
  { slots, room, numbers: { lastNews } }: IncidentIndex,
  { news_from, news_to }: IncidentFilter,
): SlotBits | null {
  if (news_from === null && news_to === null) return null;
  const first = news_from === null ? NONE + 1 : dayNumber(news_from);
  const last = news_to === null ? Number.MAX_SAFE_INTEGER : dayNumber(news_to);
  const found = noSlots(room);
  for (let slot = 0; slot < slots; slot++)
    if (lastNews[slot]! >= first && lastNews[slot]! <= last) addSlot(found, slot);
  return found;
}

function firstKnown(a: number, b: number, c: number): number {
  return a !== NONE ? a : b !== NONE ? b : c;
}

function matchKinds({ kinds, sets }: IncidentIndex, filter: IncidentFilter): Uint8Array {
  const wanted = (name: "type" | "province" | "country") =>
    isAsked(filter, name)
      ? new Set<number | undefined>(filter[name].map((code: string) => sets[name].byCode.get(code)))
      : null;
  const [type, province, country] = [wanted("type"), wanted("province"), wanted("country")];
  const modality = isAsked(filter, "modality") ? new Set<string>(filter.modality) : null;
  return Uint8Array.from(
    kinds,
    (kind) =>
      (!type || type.has(kind.type) ? TYPE : 0) |
      (!modality || modality.has(kind.modality) ? MODALITY : 0) |
      (!province || kind.provinces.some((value) => province.has(value)) ? PROVINCE : 0) |
      (!country || kind.countries.some((value) => country.has(value)) ? COUNTRY : 0),
  );
}

/** The kinds of events that are right, the days that are asked for, and the slots that are looked at. */
type Asked = { kindBits: Uint8Array; range: DayRange | null; among: SlotBits };

/** What holds of the places and dates of the slots that are looked at; of others, anything may be told. */
type Held = Record<"matches" | "certain" | "possible" | "undated" | "places" | "dates", SlotBits>;

/** Places and dates of one and the same event. */
function holdAgainstEvents(
  index: IncidentIndex,
  filter: IncidentFilter,
  { kindBits, range, among }: Asked,
): Held {
  const { room, eventsFrom, eventCount, events } = index;
  const held: Omit<Held, "dates"> = {
    matches: noSlots(room),
    certain: noSlots(room),
    possible: noSlots(room),
    undated: noSlots(room),
    places: noSlots(room),
  };
  for (const slot of slotsIn(inBoth(among, slotsWithEvents(index, filter)))) {
    let bits = 0;
    const end = eventsFrom[slot]! + eventCount[slot]!;
    for (let at = eventsFrom[slot]!; at < end; at++)
      if (kindBits[events.kind[at]!] === WHOLE_KIND)
        bits |= BUT_FOR_DATES | dateBits(range, events.earliest[at]!, events.latest[at]!);
    if (bits === 0) continue;
    addSlot(held.places, slot);
    if (bits & MATCHES) addSlot(held.matches, slot);
    if (bits & CERTAINLY) addSlot(held.certain, slot);
    if (bits & POSSIBLY) addSlot(held.possible, slot);
    // Undated is only what no date lets in.
    else if (bits & UNDATED) addSlot(held.undated, slot);
  }
  return { ...held, dates: held.matches };
}

/** Those that have each thing that is asked of an event, though perhaps not one event all of them. */
export function slotsWithEvents(
  { sets, slots, room, taken }: IncidentIndex,
  filter: IncidentFilter,
): SlotBits {
  return (["type", "province", "country"] as const)
    .filter((name) => isAsked(filter, name))
    .reduce(
      (all, name) => inBoth(all, slotsWithAny(sets[name], filter[name], { slots, room })),
      taken,
    );
}

/** Places of any event, the date that of the incident. */
function holdAgainstHeadline(
  index: IncidentIndex,
  filter: IncidentFilter,
  { kindBits, range, among }: Asked,
): Held {
  const apart = slotsWithEvents(index, filter);
  const isBoth = isAsked(filter, "province") && isAsked(filter, "country");
  const places = isBoth ? withWholeKind(index, kindBits, inBoth(among, apart)) : apart;
  if (range === null) {
    const all = { certain: places, possible: places, matches: places, places };
    return { ...all, undated: noSlots(index.room), dates: index.taken };
  }
  const { certain, possible, undated } = holdDates(index, range);
  const dates = range.mode === "certain" ? certain : possible;
  return {
    matches: inBoth(dates, places),
    certain: inBoth(certain, places),
    possible: inBoth(possible, places),
    undated: inBoth(undated, places),
    places,
    dates,
  };
}

/** The dates of all incidents; word by word, since all are gone through. */
function holdDates({ room, slots, numbers: { earliest, latest } }: IncidentIndex, range: DayRange) {
  const [certain, possible, undated] = [noSlots(room), noSlots(room), noSlots(room)];
  const from = range.from ?? ALWAYS.first;
  const to = range.to ?? ALWAYS.last;
  for (let word = 0; word << 5 < slots; word++) {
    let [inside, reaching, unknown] = [0, 0, 0];
    const end = Math.min(slots, (word + 1) << 5);
    for (let slot = word << 5; slot < end; slot++) {
      const bit = 1 << (slot & 31);
      const first = earliest[slot]!;
      const last = latest[slot]!;
      if (first === NONE && last === NONE) unknown |= bit;
      else {
        // An open side reaches without end.
        const past = last === NONE ? ALWAYS.last : last;
        if (first <= to && past >= from) reaching |= bit;
        if ((first >= from || range.from === null) && past <= to) inside |= bit;
      }
    }
    certain[word] = inside;
    possible[word] = reaching;
    undated[word] = unknown;
  }
  return { certain, possible, undated };
}

function withWholeKind(
  { room, eventsFrom, eventCount, events }: IncidentIndex,
  kindBits: Uint8Array,
  among: SlotBits,
): SlotBits {
  const found = noSlots(room);
  for (const slot of slotsIn(among)) {
    const end = eventsFrom[slot]! + eventCount[slot]!;
    for (let at = eventsFrom[slot]!; at < end; at++)
      if (kindBits[events.kind[at]!] === WHOLE_KIND) {
        addSlot(found, slot);
        break;
      }
  }
  return found;
}

/** What the dates are to the range: with either reading, and with the one that is asked for. */
export function dateBits(range: DayRange | null, earliest: number, latest: number): number {
  if (range === null) return MATCHES | CERTAINLY | POSSIBLY;
  if (earliest === NONE && latest === NONE) return UNDATED;
  const { from, to, mode } = range;
  const isCertain =
    (from === null || earliest >= from) && (to === null || (latest !== NONE && latest <= to));
  const isPossible =
    (from === null || latest === NONE || latest >= from) && (to === null || earliest <= to);
  const matches = mode === "certain" ? isCertain : isPossible;
  return (isCertain ? CERTAINLY : 0) | (isPossible ? POSSIBLY : 0) | (matches ? MATCHES : 0);
}
