import { asc, eq, sql } from "drizzle-orm";
import type { IncidentDocument } from "../domain/incident";
import { keptQuery } from "./kept-query";
import type { Db, Store } from "./store";
import { type DocumentRows, toDocument } from "./to-document";

export type IncidentRow = Store["t"]["incident"]["$inferSelect"];

const BY_REF = keptQuery(({ t: { incident } }, db) =>
  db
    .select()
    .from(incident)
    .where(eq(incident.ref, sql.placeholder("ref")))
    .limit(1)
    .prepare(),
);

/** The row of a reference, or null. */
export async function findIncident(store: Store, db: Db, ref: string): Promise<IncidentRow | null> {
  const [row] = await BY_REF(store, db).execute({ ref });
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

const GROUPS = keptQuery(({ t: { peopleGroup } }, db) =>
  db
    .select()
    .from(peopleGroup)
    .where(eq(peopleGroup.incidentId, sql.placeholder("id")))
    .orderBy(asc(peopleGroup.position))
    .prepare(),
);
const EVENTS = keptQuery(({ t: { event } }, db) =>
  db
    .select()
    .from(event)
    .where(eq(event.incidentId, sql.placeholder("id")))
    .orderBy(asc(event.position))
    .prepare(),
);
const PLACES = keptQuery(({ t: { eventPlace } }, db) =>
  db
    .select()
    .from(eventPlace)
    .where(eq(eventPlace.incidentId, sql.placeholder("id")))
    .orderBy(asc(eventPlace.position))
    .prepare(),
);
const CONCERNED = keptQuery(({ t: { eventGroup } }, db) =>
  db
    .select()
    .from(eventGroup)
    .where(eq(eventGroup.incidentId, sql.placeholder("id")))
    .orderBy(asc(eventGroup.eventId), asc(eventGroup.groupId))
    .prepare(),
);
const CLAIMS = keptQuery(({ t: { claim } }, db) =>
  db
    .select()
    .from(claim)
    .where(eq(claim.incidentId, sql.placeholder("id")))
    .orderBy(asc(claim.position))
    .prepare(),
);

/** The rows that the document of an incident is stored in, beside its own. */
export async function readDocumentRows(store: Store, db: Db, id: string): Promise<DocumentRows> {
  const groups = await GROUPS(store, db).execute({ id });
  const events = await EVENTS(store, db).execute({ id });
  const places = await PLACES(store, db).execute({ id });
  const concerned = await CONCERNED(store, db).execute({ id });
  const claims = await CLAIMS(store, db).execute({ id });
  return { groups, events, places, concerned, claims };
}
