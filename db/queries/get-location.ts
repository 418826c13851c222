import { eq, sql } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import type { IncidentPage } from "../../domain/incident-page";
import type { Location } from "../../domain/location";
import type { LocationView } from "../../domain/location-view";
import { authoriseReading } from "../authorise-reading";
import { happenedIn, incidentsPerPlace } from "../incidents-at-places";
import { readIncidentBriefs } from "../read-incident-briefs";
import { readLocations } from "../read-locations";
import type { Db, Store } from "../store";
import { tableOrder } from "../table-order";

const MAX_INSIDE = 500;

/** Everything of one place, at one moment; null when the gazetteer has none of that id. */
export async function getLocation(
  store: Store,
  actor: Actor,
  { id, page }: { id: string; page: IncidentPage },
): Promise<LocationView | null> {
  authoriseReading(store, actor, "incident.read");
  return store.snapshot(async (db) => {
    const places = await readLocations(store, db, [id]);
    // An id such as "toString" is no place, though every object has it.
    const location = Object.hasOwn(places, id) ? places[id] : undefined;
    if (!location) return null;
    const { rows, total } = await readIncidentBriefs(store, db, happenedIn(store, id), page);
    return {
      location,
      parents: parentsOf(location, places),
      inside: await placesInside(store, db, id),
      incidents: { rows: rows.map(({ id: _id, ...row }) => row), total },
    };
  });
}

function parentsOf(location: Location, places: Record<string, Location>) {
  const parents: LocationView["parents"] = [];
  for (let at = places[location.parentId ?? ""]; at; at = places[at.parentId ?? ""])
    parents.unshift({ id: at.id, kind: at.kind, nameEn: at.nameEn });
  return parents;
}

async function placesInside(store: Store, db: Db, id: string): Promise<LocationView["inside"]> {
  const { location } = store.t;
  return db
    .select({
      id: location.id,
      kind: location.kind,
      facilityKind: location.facilityKind,
      nameEn: location.nameEn,
      incidents: sql<number>`counted.incidents`.mapWith(Number),
    })
    .from(location)
    .innerJoin(sql`${incidentsPerPlace(store)} as counted`, sql`counted.place_id = ${location.id}`)
    .where(eq(location.parentId, id))
    .orderBy(
      sql`counted.incidents desc`,
      ...tableOrder(
        store,
        [
          { value: location.sortName, text: true },
          { value: location.id, text: true },
        ],
        false,
      ),
    )
    .limit(MAX_INSIDE);
}
