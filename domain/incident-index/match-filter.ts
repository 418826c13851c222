import { type IncidentFilter, isAsked, matchesNothing } from "../incident-filter";
import { dayNumber } from "../partial-date";
import { referenceNumber } from "../reference";
import { NONE } from "./columns";
import type { SetName } from "./incident-facts";
import type { IncidentIndex } from "./incident-index";
import { setsWithAny } from "./set-column";

/** What of an incident as a whole a facet counts; each counts as if itself asked for nothing. */
export const OF_INCIDENT = [
  "status",
  "role",
  "nationality",
  "source",
  "corroboration",
  "review",
] as const satisfies SetName[];

/** Of a slot that fails more than one thing, or one that no facet leaves out. */
const OUT = 255;

/** What an event must be: its kind has the bits of what is right with it. */
export const TYPE = 1;
const MODALITY = 2;
export const PROVINCE = 4;
export const COUNTRY = 8;
export const WHOLE_KIND = TYPE | MODALITY | PROVINCE | COUNTRY;

/** What holds of the places, events and dates of a slot. */
export const MATCHES = 1;
export const CERTAINLY = 2;
export const POSSIBLY = 4;
export const UNDATED = 8;
/** All but the dates hold. */
export const BUT_FOR_DATES = 16;
/** The dates hold, where they are those of the incident. */
export const DATES_HOLD = 32;

/** The incidents of an index held against a filter, slot by slot. */
export type Matching = {
  /**
   * Of the incident as a whole: 0 where all holds; where only one thing of `OF_INCIDENT` does not, its place in that
   * list counted from 1; else `OUT`.
   */
  state: Uint8Array;
  /** The bits above, for slots that are not `OUT`. */
  holds: Uint8Array;
  /** The slots of which all holds of the incident as a whole; and those of them that match. */
  whole: Uint32Array;
  hits: Uint32Array;
  /** For each thing of `OF_INCIDENT`, the slots that would match but for it alone. */
  near: readonly Uint32Array[];
  kindBits: Uint8Array;
  range: DayRange | null;
  /** The dates and places are those of one event, since a type or modality is asked for. */
  isOfEvent: boolean;
};

/** Day numbers, inclusive, null where open. */
export type DayRange = { from: number | null; to: number | null; mode: IncidentFilter["dates"] };

/**
 * Holds every incident against the filter, by the rules of `incidentWhere`.
 * `found`: for each slot, 1 where the searched text is found; null where none is searched for.
 */
export function matchFilter(
  index: IncidentIndex,
  filter: IncidentFilter,
  found: Uint8Array | null,
): Matching {
  const range =
    filter.from === null && filter.to === null
      ? null
      : {
          from: filter.from === null ? null : dayNumber(filter.from),
          to: filter.to === null ? null : dayNumber(filter.to),
          mode: filter.dates,
        };
  const matching: Held = {
    state: matchesNothing(filter)
      ? new Uint8Array(index.slots).fill(OUT)
      : matchIncidents(index, filter, found),
    holds: new Uint8Array(index.slots),
    kindBits: matchKinds(index, filter),
    range,
    isOfEvent: isAsked(filter, "type") || isAsked(filter, "modality"),
  };
  if (matching.isOfEvent) holdAgainstEvents(index, matching);
  else holdAgainstHeadline(index, filter, matching);
  return { ...matching, ...slotsThat(matching) };
}

type Held = Omit<Matching, "whole" | "hits" | "near">;

/** Whoever counts goes through these, which are few where the filter is narrow. */
function slotsThat({ state, holds }: Held): Pick<Matching, "whole" | "hits" | "near"> {
  const sizes = new Uint32Array(OF_INCIDENT.length + 1);
  let hits = 0;
  for (let slot = 0; slot < state.length; slot++) {
    const at = state[slot]!;
    if (at === 0) {
      sizes[0]!++;
      hits += holds[slot]! & MATCHES;
    } else if (at !== OUT && holds[slot]! & MATCHES) sizes[at]!++;
  }
  const lists = Array.from(sizes, (size) => new Uint32Array(size));
  const filled = new Uint32Array(lists.length);
  const found = { whole: lists[0]!, hits: new Uint32Array(hits), near: lists.slice(1) };
  hits = 0;
  for (let slot = 0; slot < state.length; slot++) {
    const at = state[slot]!;
    if (at === OUT) continue;
    const matches = holds[slot]! & MATCHES;
    if (at === 0 || matches) lists[at]![filled[at]!++] = slot;
    if (at === 0 && matches) found.hits[hits++] = slot;
  }
  return found;
}

function matchIncidents(
  index: IncidentIndex,
  filter: IncidentFilter,
  found: Uint8Array | null,
): Uint8Array {
  const { slots, isTaken, free } = index;
  const state = new Uint8Array(slots);
  if (free.length > 0)
    for (let slot = 0; slot < slots; slot++) if (!isTaken[slot]) state[slot] = OUT;
  if (found) for (let slot = 0; slot < slots; slot++) if (!found[slot]) state[slot] = OUT;
  matchPeople(index, filter, state);
  if (isAsked(filter, "ref")) {
    const wanted = new Set(filter.ref.map(referenceNumber));
    const { reference } = index.numbers;
    for (let slot = 0; slot < slots; slot++) if (!wanted.has(reference[slot]!)) state[slot] = OUT;
  }
  matchRisk(index, filter, state);
  matchNews(index, filter, state);
  for (const [at, name] of OF_INCIDENT.entries()) {
    const ok = setsOk(index, filter, name);
    if (ok === null) continue;
    const { of } = index.sets[name];
    for (let slot = 0; slot < slots; slot++)
      if (!ok[of[slot]!]) state[slot] = state[slot] === 0 ? at + 1 : OUT;
  }
  return state;
}

function setsOk(
  index: IncidentIndex,
  filter: IncidentFilter,
  name: (typeof OF_INCIDENT)[number],
): Uint8Array | null {
  if (isAsked(filter, name)) return setsWithAny(index.sets[name], filter[name]);
  if (name !== "review") return null;
  return setsWithAny(index.sets.review, ["retracted"]).map((isRetracted) => 1 - isRetracted);
}

// The known figures of the persons reach into the range; an unknown number never does.
function matchPeople(
  { slots, numbers: { low, best, high } }: IncidentIndex,
  { people_min: min, people_max: max }: IncidentFilter,
  state: Uint8Array,
): void {
  if (min !== null)
    for (let slot = 0; slot < slots; slot++)
      if (!(firstKnown(high[slot]!, best[slot]!, low[slot]!) >= min)) state[slot] = OUT;
  if (max !== null)
    for (let slot = 0; slot < slots; slot++) {
      const least = firstKnown(low[slot]!, best[slot]!, high[slot]!);
      if (least === NONE || least > max) state[slot] = OUT;
    }
}

function matchRisk(
  { slots, sets }: IncidentIndex,
  filter: IncidentFilter,
  state: Uint8Array,
): void {
  if (!isAsked(filter, "risk")) return;
  const ok = setsWithAny(sets.risk, filter.risk);
  for (let slot = 0; slot < slots; slot++) if (!ok[sets.risk.of[slot]!]) state[slot] = OUT;
}

// An unknown day lies in no range.
function matchNews(
  { slots, numbers: { lastNews } }: IncidentIndex,
  { news_from, news_to }: IncidentFilter,
  state: Uint8Array,
): void {
  if (news_from === null && news_to === null) return;
  const first = news_from === null ? NONE + 1 : dayNumber(news_from);
  const last = news_to === null ? Number.MAX_SAFE_INTEGER : dayNumber(news_to);
  for (let slot = 0; slot < slots; slot++)
    if (lastNews[slot]! < first || lastNews[slot]! > last) state[slot] = OUT;
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

/** Places and dates of one and the same event. */
function holdAgainstEvents(index: IncidentIndex, matching: Held): void {
  const { slots, eventsFrom, eventCount, events } = index;
  const { state, holds, kindBits, range } = matching;
  for (let slot = 0; slot < slots; slot++) {
    if (state[slot] === OUT) continue;
    let bits = 0;
    const end = eventsFrom[slot]! + eventCount[slot]!;
    for (let at = eventsFrom[slot]!; at < end; at++)
      if (kindBits[events.kind[at]!] === WHOLE_KIND)
        bits |= BUT_FOR_DATES | dateBits(range, events.earliest[at]!, events.latest[at]!);
    holds[slot] = settled(bits);
  }
}

/** Places of any event, the date that of the incident. */
function holdAgainstHeadline(index: IncidentIndex, filter: IncidentFilter, matching: Held): void {
  const { slots, sets, numbers } = index;
  const { state, holds, range } = matching;
  const [isProvince, isCountry] = [isAsked(filter, "province"), isAsked(filter, "country")];
  if (range === null && !isProvince && !isCountry) {
    holds.fill(DATES_HOLD | BUT_FOR_DATES | MATCHES | CERTAINLY | POSSIBLY);
    return;
  }
  const one = isProvince ? "province" : "country";
  const ok = isProvince !== isCountry ? setsWithAny(sets[one], filter[one]) : null;
  for (let slot = 0; slot < slots; slot++) {
    if (state[slot] === OUT) continue;
    const isThere =
      ok !== null ? ok[sets[one].of[slot]!] : !isProvince || hasWholeKind(index, matching, slot);
    const date = dateBits(range, numbers.earliest[slot]!, numbers.latest[slot]!);
    const held = date & MATCHES ? DATES_HOLD : 0;
    holds[slot] = held | (isThere ? settled(BUT_FOR_DATES | date) : 0);
  }
}

function hasWholeKind(
  { eventsFrom, eventCount, events }: IncidentIndex,
  { kindBits }: Held,
  slot: number,
): boolean {
  const end = eventsFrom[slot]! + eventCount[slot]!;
  for (let at = eventsFrom[slot]!; at < end; at++)
    if (kindBits[events.kind[at]!] === WHOLE_KIND) return true;
  return false;
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

/** Undated is only what no date lets in. */
function settled(bits: number): number {
  return bits & POSSIBLY ? bits & ~UNDATED : bits;
}
