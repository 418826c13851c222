import { eq, or } from "drizzle-orm";
import { checkIncident } from "../domain/check-incident";
import { InvalidInput } from "../domain/errors";
import { headlineOf } from "../domain/headline";
import { type IncidentDocument, incidentDocumentSchema } from "../domain/incident";
import type { LocationFacts } from "../domain/location";
import { checkReferences, locationIdsOf, nationalitiesOf } from "../domain/outside-references";
import type { SourceFacts } from "../domain/source";
import { issuesOf } from "../domain/zod-issues";
import { writeInChunks } from "./in-chunks";
import { deleteEntry, writeEntries } from "./incident-entries";
import { type IncidentFacts, type IncidentRows, incidentRows } from "./incident-rows";
import { locationFacts } from "./location-facts";
import { sameRows } from "./same-rows";
import { sourceFacts } from "./source-facts";
import type { Db, Store } from "./store";
import type { DocumentRows } from "./to-document";

/**
 * Checks a document and writes it as the whole of an incident: its row with a fresh headline, and all children.
 * `kept`: the rows of its document before, where there are such; those that stay the same are not written again.
 * Returns the document as stored. Errors: InvalidInput with every issue.
 */
export async function writeIncident(
  store: Store,
  db: Db,
  facts: IncidentFacts,
  input: IncidentDocument,
  kept: DocumentRows | null = null,
): Promise<IncidentDocument> {
  const doc = checkDocument(input);
  const sources = await sourceFacts(
    store,
    db,
    doc.claims.map((claim) => claim.sourceId),
  );
  const locations = await locationFacts(store, db, [
    ...locationIdsOf(doc),
    ...nationalitiesOf(doc),
  ]);
  const rows = checkedRows(facts, doc, sources, locations);
  const { incident } = store.t;
  const isNew = facts.version === 1;
  if (isNew) await db.insert(incident).values({ ...rows.incident, publication: "internal" });
  else await updateRow(store, db, rows);
  // Many changes are of the title or the summary alone.
  if (kept === null || !(await hasChildren(store, db, rows, kept))) {
    if (!isNew) await deleteChildren(store, db, facts.id);
    await insertChildren(store, db, rows);
  }
  await writeEntries(store, db, [facts.id]);
  return doc;
}

/**
 * The rows of an incident whose document has its form. `sources`, `locations`: of all that it names, as far as there
 * are such. Errors: InvalidInput with every issue of what it says and names.
 */
export function checkedRows(
  facts: IncidentFacts,
  doc: IncidentDocument,
  sources: ReadonlyMap<string, SourceFacts>,
  locations: ReadonlyMap<string, LocationFacts>,
): IncidentRows {
  const issues = [...checkIncident(doc), ...checkReferences(doc, sources, locations)];
  if (issues.length > 0) throw new InvalidInput(issues);
  return incidentRows(facts, doc, headlineOf(doc, sources, locations), locations);
}

/**
 * Writes what a verified version discloses as a new incident of a public store. `sources`: what its headline is
 * reckoned from. The places and sources it names are there already.
 */
export async function insertPublished(
  store: Store,
  db: Db,
  facts: Pick<IncidentFacts, "id" | "ref" | "version" | "createdAt" | "updatedAt">,
  doc: IncidentDocument,
  sources: ReadonlyMap<string, SourceFacts>,
): Promise<void> {
  const locations = await locationFacts(store, db, [
    ...locationIdsOf(doc),
    ...nationalitiesOf(doc),
  ]);
  const headline = headlineOf(doc, sources, locations);
  const verified = {
    ...facts,
    reviewStatus: "verified" as const,
    retractedReason: null,
    editedBy: null,
    editedAt: null,
  };
  const rows = incidentRows(verified, doc, headline, locations);
  await db.insert(store.t.incident).values({ ...rows.incident, publication: "public" });
  await insertChildren(store, db, rows);
  await writeEntries(store, db, [facts.id]);
}

/** Takes an incident out of a public store, with all that is of it alone. */
export async function deletePublished(store: Store, db: Db, id: string): Promise<void> {
  const { incident, incidentLink, publishedEdition } = store.t;
  await deleteEntry(store, db, id);
  await deleteChildren(store, db, id);
  await db.delete(incidentLink).where(or(eq(incidentLink.fromId, id), eq(incidentLink.toId, id)));
  await db.delete(publishedEdition).where(eq(publishedEdition.incidentId, id));
  await db.delete(incident).where(eq(incident.id, id));
}

/** The document as it would be stored: trimmed and normalised. Errors: InvalidInput with every issue of its form. */
export function checkDocument(input: IncidentDocument): IncidentDocument {
  const parsed = incidentDocumentSchema.safeParse(input, { reportInput: true });
  if (!parsed.success) throw new InvalidInput(issuesOf(parsed.error));
  return parsed.data;
}

/** Recomputes the headline of an incident whose document did not change but whose sources did. */
export async function rewriteHeadline(
  store: Store,
  db: Db,
  facts: IncidentFacts,
  doc: IncidentDocument,
): Promise<void> {
  const sources: Map<string, SourceFacts> = await sourceFacts(
    store,
    db,
    doc.claims.map((claim) => claim.sourceId),
  );
  const locations = await locationFacts(store, db, locationIdsOf(doc));
  const headline = headlineOf(doc, sources, locations);
  const rows = incidentRows(facts, doc, headline, locations);
  await deleteChildren(store, db, facts.id);
  await updateRow(store, db, rows);
  await insertChildren(store, db, rows);
  await writeEntries(store, db, [facts.id]);
}

/** Without its id: naming it, though it stays, has SQLite look through every table for what points to it. */
async function updateRow({ t }: Store, db: Db, rows: IncidentRows): Promise<void> {
  const { id, ...columns } = rows.incident;
  await db.update(t.incident).set(columns).where(eq(t.incident.id, id));
}

async function deleteChildren(store: Store, db: Db, incidentId: string): Promise<void> {
  const { claim, eventGroup, eventPlace, event, peopleGroup, incidentStatus } = store.t;
  for (const child of [claim, eventGroup, eventPlace, event, peopleGroup, incidentStatus])
    await db.delete(child).where(eq(child.incidentId, incidentId));
}

async function insertChildren(store: Store, db: Db, rows: IncidentRows): Promise<void> {
  const { claim, eventGroup, eventPlace, event, peopleGroup, incidentStatus } = store.t;
  const insert = <R>(some: R[], write: (chunk: R[]) => PromiseLike<unknown>) =>
    writeInChunks(some, 32, write);
  // One statement a chunk: foreign keys among groups are checked at its end, so parts may come before wholes.
  await insert(rows.peopleGroup, (chunk) => db.insert(peopleGroup).values(chunk));
  await insert(rows.event, (chunk) => db.insert(event).values(chunk));
  await insert(rows.eventPlace, (chunk) => db.insert(eventPlace).values(chunk));
  await insert(rows.eventGroup, (chunk) => db.insert(eventGroup).values(chunk));
  await insert(rows.incidentStatus, (chunk) => db.insert(incidentStatus).values(chunk));
  await insert(rows.claim, (chunk) => db.insert(claim).values(chunk));
}

/** Whether the children that an incident has are those it is to have. */
async function hasChildren(
  { t }: Store,
  db: Db,
  rows: IncidentRows,
  kept: DocumentRows,
): Promise<boolean> {
  const statuses = await db
    .select()
    .from(t.incidentStatus)
    .where(eq(t.incidentStatus.incidentId, rows.incident.id));
  return (
    sameRows(t.claim, kept.claims, rows.claim) &&
    sameRows(t.event, kept.events, rows.event) &&
    sameRows(t.eventPlace, kept.places, rows.eventPlace) &&
    sameRows(t.eventGroup, kept.concerned, rows.eventGroup) &&
    sameRows(t.peopleGroup, kept.groups, rows.peopleGroup) &&
    sameRows(t.incidentStatus, statuses, rows.incidentStatus)
  );
}
