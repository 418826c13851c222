import { type IncidentFilter, isAsked, matchesNothing } from "../incident-filter";
import { dayNumber } from "../partial-date";
import { referenceNumber } from "../reference";
import { NONE } from "./columns";
import { addHaving } from "./having";
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

/** Day numbers, inclusive; `ALWAYS` where open. */
export type DayRange = { from: number; to: number; mode: IncidentFilter["dates"] };

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
          from: filter.from === null ? ALWAYS.first : dayNumber(filter.from),
          to: filter.to === null ? ALWAYS.last : dayNumber(filter.to),
          mode: filter.dates,
        };
  const asked = matchIncidents(index, filter, found);
  const kindBits = matchKinds(index, filter);
  const isOfEvent = isAsked(filter, "type") || isAsked(filter, "modality");
  const held = isOfEvent
    ? holdAgainstEvents(index, { kindBits, range, among: asked.among })
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
  const { sets, room } = index;
  if (isAsked(filter, name)) return slotsWithAny(sets[name], filter[name], room);
  if (name !== "review") return null;
  return without(index.taken, slotsWithAny(sets.review, ["retracted"], room));
}

/** What no facet leaves out. */
function matchOthers(
  index: IncidentIndex,
  filter: IncidentFilter,
  found: SlotBits | null,
): SlotBits {
  const { room, sets } = index;
  const asked = [
    found,
    matchPeople(index, filter),
    isAsked(filter, "ref") ? matchReferences(index, filter) : null,
    isAsked(filter, "risk") ? slotsWithAny(sets.risk, filter.risk, room) : null,
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
type Asked = { kindBits: Uint8Array; range: DayRange | null; among: SlotBits };

/** What holds of the places and dates of the slots that are looked at; of others, anything may be told. */
type Held = Record<"matches" | "certain" | "possible" | "undated" | "places" | "dates", SlotBits>;

/** Places and dates of one and the same event. */
function holdAgainstEvents(index: IncidentIndex, { kindBits, range, among }: Asked): Held {
  const isRight = (kind: number) => kindBits[kind] === WHOLE_KIND;
  const dated = slotsWithKind(index, (kind) => isRight(kind) && index.datedTypeOf[kind] !== 0);
  const open = slotsWithKind(index, (kind) => isRight(kind) && index.datedTypeOf[kind] === 0);
  const places = inEither(dated, open);
  if (range === null) return allDates(index, places);
  const { eventsFrom, eventCount, events } = index;
  // What is certain is possible too.
  const certainly = { ...range, mode: "certain" } as const;
  const { inside, across } = slotsWithin(index, certainly, inBoth(among, dated));
  const [matches, certain, possible] = [inside.slice(), inside.slice(), inside];
  for (const slot of slotsIn(across)) {
    let bits = 0;
    const end = eventsFrom[slot]! + eventCount[slot]!;
    for (let at = eventsFrom[slot]!; at < end; at++)
      if (isRight(events.kind[at]!))
        bits |= dateBits(range, events.earliest[at]!, events.latest[at]!);
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

/**
 * Of some slots, those of which every event matches the range, and those of which some may and some may not; what has
 * no date is not looked at.
 */
export function slotsWithin(
  { room, extents }: IncidentIndex,
  range: DayRange,
  slots: SlotBits,
): { inside: SlotBits; across: SlotBits } {
  const { leastEarliest, mostEarliest, leastLatest, mostLatest } = extents;
  const [first, last] =
    range.mode === "certain" ? [leastEarliest, mostLatest] : [leastLatest, mostEarliest];
  const [inside, across] = [noSlots(room), noSlots(room)];
  const { from, to } = range;
  for (let word = 0; word < slots.length; word++) {
    const some = slots[word]!;
    if (some === 0) continue;
    let [within, reaching] = [0, 0];
    for (let bit = 0, slot = word << 5; bit < 32; bit++, slot++) {
      // Only signs are looked at: to ask would cost more, since it cannot be foreseen.
      within |= (((from - first[slot]! - 1) & (last[slot]! - to - 1)) >>> 31) << bit;
      const reaches = (leastEarliest[slot]! - to - 1) & (from - mostLatest[slot]! - 1);
      reaching |= (reaches >>> 31) << bit;
    }
    inside[word] = within & some;
    across[word] = reaching & ~within & some;
  }
  return { inside, across };
}

function allDates({ room, taken }: IncidentIndex, places: SlotBits): Held {
  const all = { certain: places, possible: places, matches: places, places };
  return { ...all, undated: noSlots(room), dates: taken };
}

/** Places of any event, the date that of the incident. */
function holdAgainstHeadline(
  index: IncidentIndex,
  filter: IncidentFilter,
  { kindBits, range }: Asked,
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
  if (range === null) return allDates(index, places);
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

/** The dates of all incidents. */
function holdDates({ room, slots, numbers: { earliest, latest } }: IncidentIndex, range: DayRange) {
  const [certain, possible, undated] = [noSlots(room), noSlots(room), noSlots(room)];
  const { from, to } = range;
  for (let word = 0; word << 5 < slots; word++) {
    let [inside, reaching, unknown] = [0, 0, 0];
    const end = Math.min(slots, (word + 1) << 5);
    for (let slot = word << 5; slot < end; slot++) {
      const isOpen = earliest[slot] === NONE;
      // An open side reaches without end.
      const first = isOpen ? ALWAYS.first : earliest[slot]!;
      const last = latest[slot] === NONE ? ALWAYS.last : latest[slot]!;
      const bit = slot & 31;
      if (isOpen && last === ALWAYS.last) unknown |= 1 << bit;
      // As in `slotsWithin`.
      inside |= (((from - first - 1) & (last - to - 1)) >>> 31) << bit;
      reaching |= (((first - to - 1) & (from - last - 1)) >>> 31) << bit;
    }
    certain[word] = inside & ~unknown;
    possible[word] = reaching & ~unknown;
    undated[word] = unknown;
  }
  return { certain, possible, undated };
}

/**
 * What the dates are to the range: with either reading, and with the one that is asked for; unknown ones are nothing.
 * Reckoned with 0 and 1 and without asking: what cannot be foreseen costs more than all of this.
 */
export function dateBits({ from, to, mode }: DayRange, earliest: number, latest: number): number {
  const isKnown = +(earliest !== NONE) | +(latest !== NONE);
  // `NONE` lies before every day.
  const begins = +(earliest >= from) | +(from === ALWAYS.first);
  const ends = (+(latest <= to) & +(latest !== NONE)) | +(to === ALWAYS.last);
  const certain = begins & ends & isKnown;
  const possible = +(earliest <= to) & (+(latest >= from) | +(latest === NONE)) & isKnown;
  const matches = mode === "certain" ? certain : possible;
  return (matches * MATCHES) | (certain * CERTAINLY) | (possible * POSSIBLY);
}
