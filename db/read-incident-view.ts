import { and, asc, eq, isNull, ne, or } from "drizzle-orm";
import type { IncidentView, LinkedIncident } from "../domain/incident-view";
import { citedSources } from "./cited-sources";
import { type IncidentRow, readDocument } from "./read-incident";
import { readLocations } from "./read-locations";
import type { Db, Store } from "./store";

const MAX_SAME_SOURCE = 20;

/**
 * Everything of the incident of a row. Null where it was merged into one that this reader may not see: then nothing is
 * told of it.
 */
export async function readIncidentView(
  store: Store,
  db: Db,
  row: IncidentRow,
): Promise<IncidentView | null> {
  const into = await mergedInto(store, db, row.mergedIntoId);
  // Where it lives on is not to be seen by this reader, and what it was is not told any more.
  if (row.mergedIntoId !== null && into === null) return null;
  const document = await readDocument(store, db, row);
  const placeIds = [
    ...document.events.flatMap((event) => event.places.map((place) => place.locationId)),
    ...document.claims.flatMap((claim) => (claim.place ? [claim.place.locationId] : [])),
    ...document.groups.flatMap((group) => (group.nationality ? [group.nationality] : [])),
  ];
  const sourceIds = [...new Set(document.claims.map((claim) => claim.sourceId))];
  return {
    ref: row.ref,
    version: row.version,
    reviewStatus: row.reviewStatus,
    publication: row.publication,
    retractedReason: row.retractedReason,
    mergedInto: into,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    document,
    headline: row.headline,
    sources: await citedSources(store, db, sourceIds),
    locations: await readLocations(store, db, placeIds),
    links: await linksOf(store, db, row.id),
    sameSource: await citingSame(store, db, row.id, sourceIds),
    notSame: await notSameAs(store, db, row.id),
  };
}

async function mergedInto(store: Store, db: Db, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const { incident } = store.t;
  const [row] = await db.select({ ref: incident.ref }).from(incident).where(eq(incident.id, id));
  return row?.ref ?? null;
}

async function linksOf(store: Store, db: Db, id: string): Promise<LinkedIncident[]> {
  const { incident, incidentLink } = store.t;
  const select = (outgoing: boolean) => {
    const [here, there] = outgoing
      ? [incidentLink.fromId, incidentLink.toId]
      : [incidentLink.toId, incidentLink.fromId];
    return db
      .select({
        linkId: incidentLink.id,
        ref: incident.ref,
        title: incident.title,
        type: incidentLink.type,
        note: incidentLink.note,
      })
      .from(incidentLink)
      .innerJoin(incident, eq(incident.id, there))
      .where(eq(here, id))
      .orderBy(asc(incidentLink.createdAt), asc(incidentLink.id));
  };
  return [
    ...(await select(true)).map((link) => ({ ...link, outgoing: true })),
    ...(await select(false)).map((link) => ({ ...link, outgoing: false })),
  ];
}

async function citingSame(store: Store, db: Db, id: string, sourceIds: string[]) {
  const { claim, incident } = store.t;
  const found: IncidentView["sameSource"] = [];
  for (const sourceId of sourceIds)
    found.push(
      ...(await db
        .selectDistinct({ sourceId: claim.sourceId, ref: incident.ref, title: incident.title })
        .from(claim)
        .innerJoin(incident, eq(incident.id, claim.incidentId))
        .where(
          and(
            eq(claim.sourceId, sourceId),
            ne(claim.incidentId, id),
            isNull(incident.mergedIntoId),
          ),
        )
        .orderBy(asc(incident.title), asc(incident.ref))
        .limit(MAX_SAME_SOURCE)),
    );
  return found;
}

async function notSameAs(store: Store, db: Db, id: string): Promise<IncidentView["notSame"]> {
  const { incident, notSameDecision } = store.t;
  return db
    .select({ ref: incident.ref, title: incident.title, reason: notSameDecision.reason })
    .from(notSameDecision)
    .innerJoin(
      incident,
      or(
        and(eq(notSameDecision.firstId, id), eq(incident.id, notSameDecision.secondId)),
        and(eq(notSameDecision.secondId, id), eq(incident.id, notSameDecision.firstId)),
      ),
    )
    .orderBy(asc(notSameDecision.decidedAt), asc(incident.ref));
}
