import { and, desc, eq, isNotNull, lt, lte } from "drizzle-orm";
import { type IncidentDocument, incidentDocumentSchema } from "../domain/incident";
import { locationIdsOf, nationalitiesOf } from "../domain/outside-references";
import type { GoneNames, PastIncident, PastMoment } from "../domain/past-incident";
import { locationFacts } from "./location-facts";
import { sourceFacts } from "./source-facts";
import type { Db, Store } from "./store";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The version of an incident that stood at a moment, from the log. A version that wrote no document, as a retraction,
 * has that of the version before it. Null where the incident was not logged yet, or never had that version.
 */
export async function readPastVersion(
  store: Store,
  db: Db,
  incidentId: string,
  moment: PastMoment,
): Promise<Pick<PastIncident, "version" | "at" | "document"> | null> {
  const { revision } = store.t;
  const entries = await db
    .select({ seq: revision.seq, at: revision.at, version: revision.version })
    .from(revision)
    .where(
      and(
        eq(revision.entity, "incident"),
        eq(revision.entityId, incidentId),
        isNotNull(revision.version),
        "version" in moment
          ? lte(revision.version, moment.version)
          : lt(revision.at, Date.parse(moment.day) + DAY_MS),
      ),
    )
    .orderBy(desc(revision.seq));
  const [last] = entries;
  if (last === undefined || last.version === null) return null;
  if ("version" in moment && last.version !== moment.version) return null;
  const found = { version: last.version, at: last.at };
  for (const { seq } of entries) {
    const [row] = await db
      .select({ payload: revision.payload })
      .from(revision)
      .where(eq(revision.seq, seq));
    if (row!.payload === null) return { ...found, document: null };
    const parsed = incidentDocumentSchema.safeParse(JSON.parse(row!.payload).after);
    if (parsed.success) return { ...found, document: parsed.data };
  }
  return { ...found, document: null };
}

/** How many sources and places that a document names are no longer there. */
export async function goneNames(store: Store, db: Db, doc: IncidentDocument): Promise<GoneNames> {
  const sourceIds = new Set(doc.claims.map((claim) => claim.sourceId));
  const placeIds = new Set([...locationIdsOf(doc), ...nationalitiesOf(doc)]);
  const sources = await sourceFacts(store, db, sourceIds);
  const places = await locationFacts(store, db, placeIds);
  return { sources: sourceIds.size - sources.size, places: placeIds.size - places.size };
}
