import { type IncidentFilter, isAsked } from "../incident-filter";
import { countryOfUnknown } from "../unknown-province";
import type { EventKind, IncidentIndex } from "./incident-index";
import type { Codes } from "./set-column";

/** What an event must be: its kind has the bits of what is right with it. */
export const TYPE = 1;
const MODALITY = 2;
export const PROVINCE = 4;
export const COUNTRY = 8;
const PLACE = 16;
export const WHOLE_KIND = TYPE | MODALITY | PROVINCE | COUNTRY | PLACE;

/** What of a filter is right with each kind of event. */
export type KindMatch = { kindBits: Uint8Array; isByBrief: boolean };

/**
 * For each kind of event the bits of what of the filter is right with it. `isByBrief`: nothing is asked for that tells
 * kinds of the same brief apart.
 */
export function matchKinds(index: IncidentIndex, filter: IncidentFilter): KindMatch {
  const known = KNOWN.get(index.kinds) ?? new Map<string, KindMatch>();
  KNOWN.set(index.kinds, known);
  const key = nameOf(filter, WHOLE_KIND);
  let match = known.get(key);
  // Kinds are never changed, only added.
  if (match?.kindBits.length !== index.kinds.length) match = holdKinds(index, filter);
  known.delete(key);
  known.set(key, match);
  if (known.size > MOST_KNOWN) known.delete(known.keys().next().value!);
  return match;
}

const KNOWN = new WeakMap<readonly EventKind[], Map<string, KindMatch>>();
const MOST_KNOWN = 50;

/** The same for all filters that ask for the same of an event, as far as the mask goes. */
function nameOf(filter: IncidentFilter, mask: number): string {
  const asked = PARTS.filter(({ bit, name }) => mask & bit && isAsked(filter, name));
  return JSON.stringify(asked.map(({ name }) => [name, ...filter[name]]));
}

const NOTHING = "[]";

const PARTS = [
  { bit: TYPE, name: "type" },
  { bit: MODALITY, name: "modality" },
  { bit: PROVINCE, name: "province" },
  { bit: COUNTRY, name: "country" },
  { bit: PLACE, name: "place" },
] as const;

function holdKinds(index: IncidentIndex, filter: IncidentFilter): KindMatch {
  const { kinds, briefs, briefOf, sets, areas } = index;
  const type = isAsked(filter, "type") ? valuesOf(sets.type, filter.type) : null;
  const country = isAsked(filter, "country") ? valuesOf(sets.country, filter.country) : null;
  // Countries among the areas are those of places of which no province is known.
  const codes = filter.province.map((code) => countryOfUnknown(code) ?? code);
  const province = isAsked(filter, "province") ? valuesOf(areas, codes) : null;
  const modality = isAsked(filter, "modality") ? new Set<string>(filter.modality) : null;
  const isThere = isAsked(filter, "place") ? placesAsked(index, filter.place) : null;
  const bitsOf = (kind: EventKind) =>
    (!type || hasAny(kind.types, type) ? TYPE : 0) |
    (!modality || modality.has(kind.modality) ? MODALITY : 0) |
    (!province || hasAny(kind.areas, province) ? PROVINCE : 0) |
    (!country || hasAny(kind.countries, country) ? COUNTRY : 0) |
    (!isThere || isThere(kind) ? PLACE : 0);
  const isByBrief = !isThere && !filter.province.some((code) => countryOfUnknown(code) !== null);
  const kindBits = new Uint8Array(kinds.length);
  if (!isByBrief) {
    for (let at = 0; at < kinds.length; at++) kindBits[at] = bitsOf(kinds[at]!);
    return { kindBits, isByBrief };
  }
  const bits = new Uint8Array(briefs.length);
  for (let at = 0; at < briefs.length; at++) bits[at] = bitsOf(kinds[briefs[at]!]!);
  for (let at = 0; at < kinds.length; at++) kindBits[at] = bits[briefOf[at]!]!;
  return { kindBits, isByBrief };
}

/**
 * Kinds of events that are right by the things of a mask; `name`: the same for all that ask for the same. `now`: 1 where
 * a kind is right, of all kinds that there are by now. `isIn`: whether the incident of a slot has an event of such a kind.
 */
export type RightKinds = {
  name: string;
  isAll: boolean;
  now(): Uint8Array;
  isIn(slot: number): boolean;
};

/** Those of a filter that its kinds were held against; with `isDated` only such as have a day. */
export function rightKinds(
  index: IncidentIndex,
  { filter, kindBits }: { filter: IncidentFilter; kindBits: Uint8Array },
  { mask = WHOLE_KIND, isDated = false }: { mask?: number; isDated?: boolean } = {},
): RightKinds {
  const asked = nameOf(filter, mask);
  const name = isDated ? `${asked} dated` : asked;
  const known = RIGHT.get(kindBits) ?? new Map<string, RightKinds>();
  RIGHT.set(kindBits, known);
  const found = known.get(name) ?? findRight(index, { filter, kindBits }, { mask, isDated, name });
  known.set(name, found);
  return found;
}

/** The bits of kinds are of one index, and found once for all filters that ask for the same of an event. */
const RIGHT = new WeakMap<Uint8Array, Map<string, RightKinds>>();

function findRight(
  index: IncidentIndex,
  { filter, kindBits }: { filter: IncidentFilter; kindBits: Uint8Array },
  { mask, isDated, name }: { mask: number; isDated: boolean; name: string },
): RightKinds {
  const isRight = (bits: Uint8Array) => {
    const right = new Uint8Array(bits.length);
    for (let kind = 0; kind < right.length; kind++)
      if ((bits[kind]! & mask) === mask && !(isDated && index.datedTypeOf[kind] === 0))
        right[kind] = 1;
    return right;
  };
  let right = isRight(kindBits);
  const now = () => {
    if (right.length !== index.kinds.length) right = isRight(matchKinds(index, filter).kindBits);
    return right;
  };
  return {
    name,
    isAll: nameOf(filter, mask) === NOTHING,
    now,
    isIn(slot) {
      const { events, eventsFrom, eventCount } = index;
      const isRightNow = now();
      const end = eventsFrom[slot]! + eventCount[slot]!;
      for (let at = eventsFrom[slot]!; at < end; at++)
        if (isRightNow[events.kind[at]!] === 1) return true;
      return false;
    },
  };
}

/** Whether an event is at any of the places, which may be of any size. */
function placesAsked(
  { sets, areas, localities, facilities }: IncidentIndex,
  ids: readonly string[],
): (kind: EventKind) => boolean {
  const country = valuesOf(sets.country, ids);
  const province = valuesOf(
    areas,
    ids.filter((id) => !sets.country.byCode.has(id)),
  );
  const [locality, facility] = [valuesOf(localities, ids), valuesOf(facilities, ids)];
  return (kind) =>
    hasAny(kind.countries, country) ||
    hasAny(kind.areas, province) ||
    hasAny(kind.localities, locality) ||
    hasAny(kind.facilities, facility);
}

/** By value 1 where it is that of one of the codes. */
function valuesOf({ codes: all, byCode }: Codes, codes: readonly string[]): Uint8Array {
  const found = new Uint8Array(all.length);
  for (const code of codes) {
    const value = byCode.get(code);
    if (value !== undefined) found[value] = 1;
  }
  return found;
}

function hasAny(values: readonly number[], wanted: Uint8Array): boolean {
  for (let at = 0; at < values.length; at++) if (wanted[values[at]!] === 1) return true;
  return false;
}
