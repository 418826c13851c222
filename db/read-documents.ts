import { asc } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { IncidentDocument } from "../domain/incident";
import { byIncident } from "./by-incident";
import { isOneOf } from "./is-one-of";
import type { IncidentRow } from "./read-incident";
import type { Db, Store } from "./store";
import { toDocument } from "./to-document";

/** Everything that people wrote about many incidents, by their ids. */
export async function readDocuments(
  store: Store,
  db: Db,
  incidents: readonly Pick<IncidentRow, "id" | "title" | "summary">[],
): Promise<Map<string, IncidentDocument>> {
  const { peopleGroup, event, eventPlace, eventGroup, claim } = store.t;
  const ids = incidents.map(({ id }) => id);
  const of = (column: AnySQLiteColumn) => isOneOf(store, column, ids);
  const groups = byIncident(
    await db
      .select()
      .from(peopleGroup)
      .where(of(peopleGroup.incidentId))
      .orderBy(asc(peopleGroup.position)),
  );
  const events = byIncident(
    await db.select().from(event).where(of(event.incidentId)).orderBy(asc(event.position)),
  );
  const places = byIncident(
    await db
      .select()
      .from(eventPlace)
      .where(of(eventPlace.incidentId))
      .orderBy(asc(eventPlace.position)),
  );
  const concerned = byIncident(await db.select().from(eventGroup).where(of(eventGroup.incidentId)));
  const claims = byIncident(
    await db.select().from(claim).where(of(claim.incidentId)).orderBy(asc(claim.position)),
  );
  return new Map(
    incidents.map((row) => [
      row.id,
      toDocument(row, {
        groups: groups.get(row.id) ?? [],
        events: events.get(row.id) ?? [],
        places: places.get(row.id) ?? [],
        concerned: concerned.get(row.id) ?? [],
        claims: claims.get(row.id) ?? [],
      }),
    ]),
  );
}
