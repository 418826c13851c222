import { asc, inArray } from "drizzle-orm";
import type { CountRange } from "../domain/count-range";
import { type MapFacts, mapFacts } from "../domain/map-facts";
import { byIncident } from "./by-incident";
import { locationFacts } from "./location-facts";
import type { Db, Store } from "./store";

/** What a map shows of the incidents with these ids, at most 500, and the persons of each. */
export async function readMapFacts(
  store: Store,
  db: Db,
  ids: string[],
): Promise<Map<string, MapFacts & { persons: CountRange }>> {
  const { incident, peopleGroup, event } = store.t;
  const rows = await db
    .select({ id: incident.id, headline: incident.headline })
    .from(incident)
    .where(inArray(incident.id, ids));
  const groups = await db
    .select({
      incidentId: peopleGroup.incidentId,
      id: peopleGroup.id,
      role: peopleGroup.role,
      unit: peopleGroup.unit,
      partOf: peopleGroup.partOfId,
    })
    .from(peopleGroup)
    .where(inArray(peopleGroup.incidentId, ids))
    .orderBy(asc(peopleGroup.incidentId), asc(peopleGroup.position));
  const events = await db
    .select({ incidentId: event.incidentId, id: event.id, type: event.type })
    .from(event)
    .where(inArray(event.incidentId, ids))
    .orderBy(asc(event.incidentId), asc(event.position));
  const locations = await locationFacts(
    store,
    db,
    rows.flatMap(({ headline }) =>
      Object.values(headline.events).flatMap(({ places }) =>
        places.map(({ locationId }) => locationId),
      ),
    ),
  );
  const groupsOf = byIncident(groups);
  const eventsOf = byIncident(events);
  return new Map(
    rows.map(({ id, headline }) => {
      const doc = { groups: groupsOf.get(id) ?? [], events: eventsOf.get(id) ?? [] };
      return [id, { ...mapFacts(doc, headline, locations), persons: headline.persons }];
    }),
  );
}
