import { asc, eq } from "drizzle-orm";
import type { IncidentDocument } from "../domain/incident";
import type { Db, Store } from "./store";
import { type DocumentRows, toDocument } from "./to-document";

export type IncidentRow = Store["t"]["incident"]["$inferSelect"];

/** The row of a reference, or null. */
export async function findIncident(store: Store, db: Db, ref: string): Promise<IncidentRow | null> {
  const { incident } = store.t;
  const [row] = await db.select().from(incident).where(eq(incident.ref, ref)).limit(1);
  return row ?? null;
}

/** Everything a person wrote about an incident, in the order they put it. */
export async function readDocument(
  store: Store,
  db: Db,
  { id, title, summary }: Pick<IncidentRow, "id" | "title" | "summary">,
): Promise<IncidentDocument> {
  return toDocument({ title, summary }, await readDocumentRows(store, db, id));
}

/** The rows that the document of an incident is stored in, beside its own. */
export async function readDocumentRows(store: Store, db: Db, id: string): Promise<DocumentRows> {
  const { peopleGroup, event, eventPlace, eventGroup, claim } = store.t;
  const groups = await db
    .select()
    .from(peopleGroup)
    .where(eq(peopleGroup.incidentId, id))
    .orderBy(asc(peopleGroup.position));
  const events = await db
    .select()
    .from(event)
    .where(eq(event.incidentId, id))
    .orderBy(asc(event.position));
  const places = await db
    .select()
    .from(eventPlace)
    .where(eq(eventPlace.incidentId, id))
    .orderBy(asc(eventPlace.position));
  const concerned = await db
    .select()
    .from(eventGroup)
    .where(eq(eventGroup.incidentId, id))
    .orderBy(asc(eventGroup.eventId), asc(eventGroup.groupId));
  const claims = await db
    .select()
    .from(claim)
    .where(eq(claim.incidentId, id))
    .orderBy(asc(claim.position));
  return { groups, events, places, concerned, claims };
}
