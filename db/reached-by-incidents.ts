import { and, isNotNull } from "drizzle-orm";
import { isOneOf } from "./is-one-of";
import type { Db, Store } from "./store";

/** The ids of the sources that claims of these incidents cite. */
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
  return rows.map(({ id }) => id);
}

/** The ids of the places that these incidents name in events and claims, and of the countries of their people. */
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
  return [...ofPlaces, ...ofClaims, ...ofPeople].flatMap(({ id }) => id ?? []);
}
