import { eq, or } from "drizzle-orm";
import { checkIncident } from "../domain/check-incident";
import { statusRank } from "../domain/custody";
import { InvalidInput } from "../domain/errors";
import { headlineOf } from "../domain/headline";
import type { Headline } from "../domain/headline-type";
import { type IncidentDocument, incidentDocumentSchema } from "../domain/incident";
import type { LocationFacts } from "../domain/location";
import { checkReferences, locationIdsOf, nationalitiesOf } from "../domain/outside-references";
import { normaliseText } from "../domain/search-text";
import type { SourceFacts } from "../domain/source";
import {
  CORROBORATIONS,
  type Credibility,
  REVIEW_STATUSES,
  type ReviewStatus,
  type Status,
} from "../domain/vocabulary";
import { issuesOf } from "../domain/zod-issues";
import { toDateColumns } from "./date-columns";
import { writeInChunks } from "./in-chunks";
import { deleteEntry, writeEntries } from "./incident-entries";
import { locationFacts } from "./location-facts";
import { sourceFacts } from "./source-facts";
import type { Db, Store } from "./store";

type IncidentFacts = {
  id: string;
  ref: string;
  version: number;
  reviewStatus: ReviewStatus;
  retractedReason: string | null;
  editedBy: string | null;
  editedAt: number | null;
  createdAt: number;
  updatedAt: number;
};

/**
 * Checks a document and writes it as the whole of an incident: its row with a fresh headline, and all children.
 * Returns the document as stored. Errors: InvalidInput with every issue.
 */
export async function writeIncident(
  store: Store,
  db: Db,
  facts: IncidentFacts,
  input: IncidentDocument,
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
  const issues = [...checkIncident(doc), ...checkReferences(doc, sources, locations)];
  if (issues.length > 0) throw new InvalidInput(issues);

  const headline = headlineOf(doc, sources, locations);
  const row = incidentRow(facts, doc, headline);
  const { incident } = store.t;
  if (facts.version === 1) await db.insert(incident).values({ ...row, publication: "internal" });
  else {
    await deleteChildren(store, db, facts.id);
    await db.update(incident).set(row).where(eq(incident.id, facts.id));
  }
  await insertChildren(store, db, facts.id, doc, headline, locations);
  return doc;
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
  await db
    .insert(store.t.incident)
    .values({ ...incidentRow(verified, doc, headline), publication: "public" });
  await insertChildren(store, db, facts.id, doc, headline, locations);
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
  await deleteChildren(store, db, facts.id);
  await db
    .update(store.t.incident)
    .set(incidentRow(facts, doc, headline))
    .where(eq(store.t.incident.id, facts.id));
  await insertChildren(store, db, facts.id, doc, headline, locations);
}

function incidentRow(facts: IncidentFacts, doc: IncidentDocument, headline: Headline) {
  const joined = (values: string[]) => (values.length > 0 ? values.join(" ") : null);
  return {
    ...facts,
    title: doc.title,
    summary: doc.summary,
    ...toDateColumns(headline.date),
    headline,
    personsLow: headline.persons.low,
    personsBest: headline.persons.best,
    personsHigh: headline.persons.high,
    helpersLow: headline.helpers.low,
    helpersBest: headline.helpers.best,
    helpersHigh: headline.helpers.high,
    status: headline.status,
    statusRank: statusRank(headline.status),
    corroboration: headline.corroboration,
    corroborationRank: CORROBORATIONS.indexOf(headline.corroboration),
    reviewRank: REVIEW_STATUSES.indexOf(facts.reviewStatus),
    sourceCount: headline.sources,
    independentCount: headline.independentSources,
    sortDate: headline.date?.earliest ?? headline.date?.latest ?? null,
    sortTitle: normaliseText(doc.title),
    sortPeople: headline.persons.best ?? headline.persons.low ?? headline.persons.high,
    sortProvinces: joined(headline.provinces),
    sortRoles: joined(headline.roles),
    sortNationalities: joined(headline.nationalities),
    sortTypes: joined(headline.eventTypes.map(({ type }) => type)),
    searchText: normaliseText(`${doc.title}\n${doc.summary}`),
  };
}

async function deleteChildren(store: Store, db: Db, incidentId: string): Promise<void> {
  const { claim, eventGroup, eventPlace, event, peopleGroup, incidentStatus } = store.t;
  for (const child of [claim, eventGroup, eventPlace, event, peopleGroup, incidentStatus])
    await db.delete(child).where(eq(child.incidentId, incidentId));
}

async function insertChildren(
  store: Store,
  db: Db,
  incidentId: string,
  doc: IncidentDocument,
  headline: Headline,
  locations: ReadonlyMap<string, LocationFacts>,
): Promise<void> {
  const { claim, eventGroup, eventPlace, event, peopleGroup, incidentStatus } = store.t;
  const insert = <R>(rows: R[], write: (chunk: R[]) => PromiseLike<unknown>) =>
    writeInChunks(rows, 32, write);

  const groups = doc.groups.map((group, position) => {
    const { count, partOf, ...columns } = group;
    const derived = headline.groups[group.id]!;
    return {
      ...columns,
      ...count,
      incidentId,
      position,
      partOfId: partOf,
      currentLow: derived.count.low,
      currentBest: derived.count.best,
      currentHigh: derived.count.high,
      statusRank: statusRank(derived.statuses[0]?.status ?? "unknown"),
    };
  });
  // One statement a chunk: foreign keys among groups are checked at its end, so parts may come before wholes.
  await insert(groups, (rows) => db.insert(peopleGroup).values(rows));
  await insert(
    doc.events.map(({ date, places: _places, groups: _groups, ...columns }, position) => {
      const derived = headline.events[columns.id]!;
      return {
        ...columns,
        ...toDateColumns(date),
        incidentId,
        position,
        currentModality: derived.modality,
        currentEarliest: derived.date?.earliest ?? null,
        currentLatest: derived.date?.latest ?? null,
      };
    }),
    (rows) => db.insert(event).values(rows),
  );
  await insert(placeRows(incidentId, doc, headline, locations), (rows) =>
    db.insert(eventPlace).values(rows),
  );
  await insert(
    doc.events.flatMap(({ id, groups: concerned }) =>
      concerned.map(({ groupId, count }) => ({ incidentId, eventId: id, groupId, ...count })),
    ),
    (rows) => db.insert(eventGroup).values(rows),
  );
  const statuses: Status[] =
    headline.statuses.length > 0 ? headline.statuses.map(({ status }) => status) : ["unknown"];
  await insert(statuses, (rows) =>
    db.insert(incidentStatus).values(rows.map((status) => ({ incidentId, status }))),
  );
  await insert(
    doc.claims.map(({ count, date, place, ...columns }, position) => ({
      ...columns,
      credibility: columns.credibility as Credibility | null,
      low: count?.low ?? null,
      best: count?.best ?? null,
      high: count?.high ?? null,
      ...toDateColumns(date),
      placeRole: place?.role ?? null,
      locationId: place?.locationId ?? null,
      incidentId,
      position,
    })),
    (rows) => db.insert(claim).values(rows),
  );
  await writeEntries(store, db, [incidentId]);
}

/** One row for each place of each event, telling whether the editor typed it and whether it counts now. */
function placeRows(
  incidentId: string,
  doc: IncidentDocument,
  headline: Headline,
  locations: ReadonlyMap<string, LocationFacts>,
) {
  return doc.events.flatMap((event) => {
    const key = (place: { role: string; locationId: string }) =>
      `${place.role} ${place.locationId}`;
    const typed = new Map(event.places.map((place) => [key(place), place]));
    const current = new Map(headline.events[event.id]!.places.map((place) => [key(place), place]));
    return [...new Map([...typed, ...current]).values()].map((place, position) => {
      const facts = locations.get(place.locationId)!;
      return {
        incidentId,
        eventId: event.id,
        position,
        ...place,
        countryId: facts.countryId,
        provinceId: facts.provinceId,
        typed: typed.has(key(place)),
        current: current.has(key(place)),
      };
    });
  });
}
