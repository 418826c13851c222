import { asc, eq, or } from "drizzle-orm";
import { compareText } from "../domain/compare-text";
import type { Headline } from "../domain/headline-type";
import type { IncidentDocument } from "../domain/incident";
import type { IncidentDetail, KeptRow } from "../domain/incident-detail";
import type { IncidentView, LinkedIncident } from "../domain/incident-view";
import { locationIdsOf, nationalitiesOf } from "../domain/outside-references";
import { citedSourceReader } from "./cited-source-reader";
import { isOneOf } from "./is-one-of";
import { locationReader } from "./location-reader";
import { readDocuments } from "./read-documents";
import type { Db, Store } from "./store";

/**
 * Reads everything of many incidents of one moment, batch by batch: those of the ids that are there, in their order.
 * What it read of places and sources it keeps for the next batch.
 */
export function incidentDetailReader(
  store: Store,
  db: Db,
): (ids: readonly string[]) => Promise<IncidentDetail[]> {
  const readLocations = locationReader(store, db);
  const readSources = citedSourceReader(store, db);
  return async (ids) => {
    if (ids.length === 0) return [];
    const { incident } = store.t;
    const rows = await db
      .select()
      .from(incident)
      .where(isOneOf(store, incident.id, ids));
    const links = await readLinks(store, db, ids);
    const notSame = await readDecisions(store, db, ids);
    const kept = await readKeptRows(store, db, ids);
    const merged = await readRefs(
      store,
      db,
      rows.flatMap(({ mergedIntoId }) => mergedIntoId ?? []),
    );
    const documents = await readDocuments(store, db, rows);
    // Once for the whole batch: what each incident then asks for has been read.
    await readSources([...documents.values()].flatMap(sourcesOf));
    await readLocations(rows.flatMap((row) => placesOf(row.headline, documents.get(row.id)!)));
    const byId = new Map(rows.map((row) => [row.id, row]));
    const details: IncidentDetail[] = [];
    for (const id of ids) {
      const row = byId.get(id);
      if (!row) continue;
      const document = documents.get(id)!;
      const { headline } = row;
      details.push({
        ref: row.ref,
        version: row.version,
        reviewStatus: row.reviewStatus,
        publication: row.publication,
        retractedReason: row.retractedReason,
        mergedInto: merged.get(row.mergedIntoId ?? "") ?? null,
        createdAt: row.createdAt,
        updatedAt: row.updatedAt,
        document,
        headline,
        ...(await readSources(sourcesOf(document))),
        locations: await readLocations(placesOf(headline, document)),
        links: links.get(id) ?? [],
        notSame: notSame.get(id) ?? [],
        keptRows: kept.get(id) ?? [],
      });
    }
    return details;
  };
}

function sourcesOf({ claims }: IncidentDocument): string[] {
  return claims.map(({ sourceId }) => sourceId);
}

/** The places and nationalities that an incident names, and those of its headline. */
function placesOf(headline: Headline, document: IncidentDocument): string[] {
  const { places, countries, provinces, localities, laterProvinces, nationalities } = headline;
  return [
    ...locationIdsOf(document),
    ...nationalitiesOf(document),
    ...[places, countries, provinces, localities, laterProvinces, nationalities].flat(),
  ];
}

/** The links of each incident, those that read from it first, each kind in the order in which they were made. */
async function readLinks(
  store: Store,
  db: Db,
  ids: readonly string[],
): Promise<Map<string, LinkedIncident[]>> {
  const { incident, incidentLink: link } = store.t;
  const found = new Map<string, LinkedIncident[]>();
  for (const outgoing of [true, false]) {
    const [here, there] = outgoing ? [link.fromId, link.toId] : [link.toId, link.fromId];
    const rows = await db
      .select({
        here,
        linkId: link.id,
        ref: incident.ref,
        title: incident.title,
        type: link.type,
        note: link.note,
      })
      .from(link)
      .innerJoin(incident, eq(incident.id, there))
      .where(isOneOf(store, here, ids))
      .orderBy(asc(link.createdAt), asc(link.id));
    for (const { here: id, ...row } of rows) push(found, id, { ...row, outgoing });
  }
  return found;
}

async function readDecisions(
  store: Store,
  db: Db,
  ids: readonly string[],
): Promise<Map<string, IncidentView["notSame"]>> {
  const { notSameDecision: decision } = store.t;
  const rows = await db
    .select()
    .from(decision)
    .where(or(isOneOf(store, decision.firstId, ids), isOneOf(store, decision.secondId, ids)))
    .orderBy(asc(decision.decidedAt), asc(decision.firstId), asc(decision.secondId));
  const named = await readNames(
    store,
    db,
    rows.flatMap(({ firstId, secondId }) => [firstId, secondId]),
  );
  const asked = new Set(ids);
  const found = new Map<string, IncidentView["notSame"]>();
  for (const { firstId, secondId, reason } of rows)
    for (const [here, there] of [
      [firstId, secondId],
      [secondId, firstId],
    ] as const) {
      const other = named.get(there);
      if (asked.has(here) && other) push(found, here, { ...other, reason });
    }
  return found;
}

async function readKeptRows(
  store: Store,
  db: Db,
  ids: readonly string[],
): Promise<Map<string, KeptRow[]>> {
  const { importedRow } = store.t;
  const rows = await db
    .select({
      incidentId: importedRow.incidentId,
      file: importedRow.file,
      line: importedRow.line,
      columns: importedRow.kept,
    })
    .from(importedRow)
    .where(isOneOf(store, importedRow.incidentId, ids))
    .orderBy(asc(importedRow.importId), asc(importedRow.file), asc(importedRow.line));
  const found = new Map<string, KeptRow[]>();
  for (const { incidentId, ...row } of rows)
    if (Object.keys(row.columns).length > 0) push(found, incidentId, row);
  for (const kept of found.values())
    kept.sort((a, b) => compareText(a.file, b.file) || a.line - b.line);
  return found;
}

async function readRefs(
  store: Store,
  db: Db,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const named = await readNames(store, db, ids);
  return new Map([...named].map(([id, { ref }]) => [id, ref]));
}

async function readNames(
  store: Store,
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { ref: string; title: string }>> {
  if (ids.length === 0) return new Map();
  const { incident } = store.t;
  const rows = await db
    .select({ id: incident.id, ref: incident.ref, title: incident.title })
    .from(incident)
    .where(isOneOf(store, incident.id, ids));
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

function push<V>(found: Map<string, V[]>, id: string, value: V): void {
  const known = found.get(id);
  if (known) known.push(value);
  else found.set(id, [value]);
}
