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

/**
 * For each kind of event the bits of what of the filter is right with it. `isByBrief`: nothing is asked for that tells
 * kinds of the same brief apart.
 */
export function matchKinds(
  index: IncidentIndex,
  filter: IncidentFilter,
): { kindBits: Uint8Array; isByBrief: boolean } {
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
