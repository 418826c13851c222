import { asc, eq } from "drizzle-orm";
import type { CountRange } from "../domain/count-range";
import type { Claim, IncidentDocument } from "../domain/incident";
import { fromDateColumns } from "./date-columns";
import type { Db, Store } from "./store";

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
  const groupPosition = new Map(groups.map((group) => [group.id, group.position]));

  return {
    title,
    summary,
    groups: groups.map((row) => ({
      id: row.id,
      role: row.role,
      nationality: row.nationality,
      unit: row.unit,
      count: countOf(row),
      partOf: row.partOfId,
      ageBand: row.ageBand,
      sex: row.sex,
      circumstances: row.circumstances,
      label: row.label,
    })),
    events: events.map((row) => ({
      id: row.id,
      type: row.type,
      modality: row.modality,
      date: fromDateColumns(row),
      places: places
        .filter((place) => place.eventId === row.id && place.typed)
        .map(({ role, locationId }) => ({ role, locationId })),
      description: row.description,
      groups: concerned
        .filter((entry) => entry.eventId === row.id)
        .sort((a, b) => groupPosition.get(a.groupId)! - groupPosition.get(b.groupId)!)
        .map((entry) => ({ groupId: entry.groupId, count: countOf(entry) })),
    })),
    claims: claims.map((row) => ({
      id: row.id,
      sourceId: row.sourceId,
      groupId: row.groupId,
      eventId: row.eventId,
      field: row.field,
      count: row.field === "count" ? countOf(row) : null,
      date: fromDateColumns(row),
      place:
        row.placeRole === null || row.locationId === null
          ? null
          : { role: row.placeRole, locationId: row.locationId },
      modality: row.modality,
      status: row.status,
      scope: row.scope,
      scopeText: row.scopeText,
      statement: row.statement,
      quote: row.quote,
      locator: row.locator,
      credibility: row.credibility as Claim["credibility"],
      assessment: row.assessment,
      acknowledged: row.acknowledged,
    })),
  };
}

function countOf({ low, best, high }: CountRange): CountRange {
  return { low, best, high };
}
