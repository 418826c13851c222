import { and, isNotNull } from "drizzle-orm";
import { locationIdsOf, nationalitiesOf } from "../domain/outside-references";
import { isOneOf } from "./is-one-of";
import type { Db, Store } from "./store";

/** The ids of the sources that claims of these incidents cite, and of those that their verified versions keep. */
export async function citedSourceIds(
  store: Store,
  db: Db,
  incidentIds: readonly string[],
): Promise<string[]> {
  const { claim } = store.t;
  const rows = await db
    .selectDistinct({ id: claim.sourceId })
    .from(claim)
    .where(isOneOf(store, claim.incidentId, incidentIds));
  const versions = await verifiedVersions(store, db, incidentIds);
  return [...rows, ...versions.flatMap(({ sources }) => sources)].map(({ id }) => id);
}

/**
 * The ids of the places that these incidents, and their verified versions, name in events and claims, and of the
 * countries of their people.
 */
export async function namedLocationIds(
  store: Store,
  db: Db,
  incidentIds: readonly string[],
): Promise<string[]> {
  const { claim, eventPlace, peopleGroup } = store.t;
  const ofPlaces = await db
    .selectDistinct({ id: eventPlace.locationId })
    .from(eventPlace)
    .where(isOneOf(store, eventPlace.incidentId, incidentIds));
  const ofClaims = await db
    .selectDistinct({ id: claim.locationId })
    .from(claim)
    .where(and(isOneOf(store, claim.incidentId, incidentIds), isNotNull(claim.locationId)));
  const ofPeople = await db
    .selectDistinct({ id: peopleGroup.nationality })
    .from(peopleGroup)
    .where(
      and(isOneOf(store, peopleGroup.incidentId, incidentIds), isNotNull(peopleGroup.nationality)),
    );
  const versions = await verifiedVersions(store, db, incidentIds);
  const named = versions.flatMap(({ document }) => [
    ...locationIdsOf(document),
    ...nationalitiesOf(document),
  ]);
  return [...[...ofPlaces, ...ofClaims, ...ofPeople].flatMap(({ id }) => id ?? []), ...named];
}

/** For those who get them alone: others see no more of a version than that there is one. */
async function verifiedVersions(store: Store, db: Db, incidentIds: readonly string[]) {
  if (store.profile !== "internal") return [];
  const { verifiedVersion } = store.t;
  return db
    .select({ document: verifiedVersion.document, sources: verifiedVersion.sources })
    .from(verifiedVersion)
    .where(isOneOf(store, verifiedVersion.incidentId, incidentIds));
}
