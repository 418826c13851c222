import { isDeepStrictEqual } from "node:util";
import { asc } from "drizzle-orm";
import type { StoredSource } from "../domain/open-sources";
import type { Cells } from "../domain/tables/table-column";
import {
  type VerifiedContent,
  verifiedVersionCells,
} from "../domain/tables/verified-versions-table";
import { byIncident } from "./by-incident";
import { isOneOf } from "./is-one-of";
import { readSourcesAndOrigins } from "./read-cited-sources";
import { readDocuments } from "./read-documents";
import type { Db, Store } from "./store";

type VersionRow = Store["t"]["verifiedVersion"]["$inferSelect"];

/**
 * The verified versions of some incidents, each in its order. What is now as it was verified last is not written out
 * once more.
 */
export async function readVerifiedRows(
  store: Store,
  db: Db,
  incidents: readonly { id: string; ref: string }[],
): Promise<Cells[]> {
  const { incident, verifiedVersion } = store.t;
  const ids = incidents.map(({ id }) => id);
  const versions = byIncident(
    await db
      .select()
      .from(verifiedVersion)
      .where(isOneOf(store, verifiedVersion.incidentId, ids))
      .orderBy(asc(verifiedVersion.number)),
  );
  if (versions.size === 0) return [];
  const rows = await db
    .select({ id: incident.id, title: incident.title, summary: incident.summary })
    .from(incident)
    .where(isOneOf(store, incident.id, [...versions.keys()]));
  const isAsNow = await asNow(store, db, rows, versions);
  return incidents.flatMap(({ id, ref }) =>
    (versions.get(id) ?? []).map((row) => {
      const { number, bySamePerson, verifiedAt } = row;
      const content = isAsNow(row) ? null : contentByReference(row);
      return verifiedVersionCells(ref, { number, bySamePerson, content }, verifiedAt);
    }),
  );
}

/** Tells of a version whether it is the last one of an incident that is still as it was then, sources and all. */
async function asNow(
  store: Store,
  db: Db,
  incidents: readonly { id: string; title: string; summary: string }[],
  versions: ReadonlyMap<string, VersionRow[]>,
): Promise<(version: VersionRow) => boolean> {
  const documents = await readDocuments(store, db, incidents);
  const last = incidents.flatMap(({ id }) => versions.get(id)!.slice(-1));
  const ids = last.flatMap(({ sources }) => sources.map((source) => source.id));
  const sources = await readSourcesAndOrigins(store, db, ids);
  const now = new Map(sources.map((source) => [source.id, source]));
  const isSame = (was: StoredSource) => isDeepStrictEqual(was, now.get(was.id));
  const same = new Set(
    last.filter(
      ({ incidentId, document, sources: were }) =>
        isDeepStrictEqual(document, documents.get(incidentId)) && were.every(isSame),
    ),
  );
  return (version) => same.has(version);
}

/** A stored version with references in place of the ids of sources; every one that it names is among its own. */
export function contentByReference({
  document,
  sources,
}: Pick<VersionRow, "document" | "sources">): VerifiedContent {
  const refs = new Map(sources.map(({ id, ref }) => [id, ref]));
  const refOf = (id: string) => refs.get(id) ?? id;
  return {
    document: {
      ...document,
      claims: document.claims.map((claim) => ({ ...claim, sourceId: refOf(claim.sourceId) })),
    },
    sources: sources.map(({ id: _id, derivedFrom, ...source }) => ({
      ...source,
      derivedFrom: derivedFrom.map(refOf).sort(),
    })),
  };
}
