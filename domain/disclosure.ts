import { citedFacts } from "./cited-facts";
import type { IncidentDocument } from "./incident";
import type { Location } from "./location";
import { mergeTellingParts } from "./merge-telling-parts";
import { openSources, type StoredSource } from "./open-sources";
import { locationIdsOf, nationalitiesOf } from "./outside-references";
import { partsNotToCount } from "./parts-not-to-count";
import { publiclySupported } from "./publicly-supported";
import { veilTheFew } from "./veil-the-few";

/** The least number of people, or of families, that a group is not small with. */
const SMALL_GROUP_THRESHOLD = 5;

/** Kinds of what disclosure leaves out or coarsens. */
export const WITHHELD_KINDS = [
  "closed_source",
  "closed_claim",
  "rejected_claim",
  "unsupported_group",
  "unsupported_event",
  "merged_part",
  "part_claim",
  "small_group",
  "small_event",
] as const;
export type WithheldKind = (typeof WITHHELD_KINDS)[number];

/** A place with where it hangs in the tree. */
export type PlacedLocation = Pick<
  Location,
  "id" | "kind" | "facilityKind" | "countryId" | "provinceId" | "localityId" | "parentId"
>;

/**
 * What the public may have of an incident. `sources`: those the document cites and what they copy, in the order
 * of their ids. `locationIds`: the places and nationalities it names with all they lie in, sorted.
 * `withheld` is for the reviewer's preview alone: it counts what is restricted and must reach no public byte.
 */
export type Disclosure = {
  document: IncidentDocument;
  sources: Map<string, StoredSource>;
  locationIds: string[];
  withheld: { kind: WithheldKind; count: number }[];
};

/**
 * The one rule of what may be public of an incident. Expects a document that passes `checkIncident`; gives one
 * that does. Everything but `withheld` is a function of the claims of open sources and of what the editor wrote on
 * the groups and events that these speak of, so nothing restricted can be told from it. Doing it twice is doing it once.
 * 1. `openSources` says which sources may be seen.
 * 2. `publiclySupported` leaves what rests on their claims alone.
 * 3. `mergeTellingParts` takes out the parts, groups and claims, by whose numbers small ones could be reckoned.
 * 4. `veilTheFew` coarsens what is left of small groups.
 * `sources`: all that the document cites and all that these copy, however far. `locations`: all places it names and
 * what they lie in. `threshold`: from how many on a group is not small.
 */
export function disclose(
  document: IncidentDocument,
  sources: ReadonlyMap<string, StoredSource>,
  locations: ReadonlyMap<string, PlacedLocation>,
  { threshold = SMALL_GROUP_THRESHOLD }: { threshold?: number } = {},
): Disclosure {
  const open = openSources(sources);
  const facts = citedFacts([...open.values()]);
  const supported = publiclySupported(document, open);
  const telling = partsNotToCount(supported, facts, threshold);
  const merged = mergeTellingParts(supported, telling);
  const veiled = veilTheFew(merged, facts, locations, threshold);
  const closed = document.claims.filter(({ sourceId }) => !open.has(sourceId));
  const counts: Record<WithheldKind, number> = {
    closed_source: new Set(closed.map(({ sourceId }) => sourceId)).size,
    closed_claim: closed.length,
    rejected_claim: document.claims.length - closed.length - supported.claims.length,
    unsupported_group: document.groups.length - supported.groups.length,
    unsupported_event: document.events.length - supported.events.length,
    merged_part: supported.groups.length - merged.groups.length,
    part_claim: telling.claims.size,
    small_group: veiled.groups.size,
    small_event: veiled.events.size,
  };
  return {
    document: veiled.document,
    sources: reached(veiled.document, open),
    locationIds: placesReached(veiled.document, locations),
    withheld: WITHHELD_KINDS.map((kind) => ({ kind, count: counts[kind] })).filter(
      ({ count }) => count > 0,
    ),
  };
}

function reached(
  { claims }: IncidentDocument,
  open: ReadonlyMap<string, StoredSource>,
): Map<string, StoredSource> {
  const ids = new Set<string>();
  const reach = (id: string) => {
    if (ids.has(id)) return;
    ids.add(id);
    open.get(id)!.derivedFrom.forEach(reach);
  };
  for (const { sourceId } of claims) reach(sourceId);
  return new Map([...open].filter(([id]) => ids.has(id)));
}

function placesReached(
  document: IncidentDocument,
  locations: ReadonlyMap<string, PlacedLocation>,
): string[] {
  const ids = new Set<string>();
  for (const id of [...locationIdsOf(document), ...nationalitiesOf(document)])
    for (let at: string | null = id; at !== null && !ids.has(at); ) {
      ids.add(at);
      at = locations.get(at)?.parentId ?? null;
    }
  return [...ids].sort();
}
