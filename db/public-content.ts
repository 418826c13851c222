import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { type Disclosure, disclose, type PlacedLocation } from "../domain/disclosure";
import type { IncidentDocument } from "../domain/incident";
import type { StoredSource } from "../domain/open-sources";
import { locationIdsOf, nationalitiesOf } from "../domain/outside-references";
import { inChunks } from "./in-chunks";
import { readLocations } from "./read-locations";
import type { Db, Store } from "./store";

/** One published version of an incident, as the public may have it. `publishedAt`: milliseconds since 1970. */
export type PublicEdition = Pick<Disclosure, "document" | "sources" | "locationIds"> & {
  edition: number;
  publishedAt: number;
};

/** What the public store is to hold of one incident; `editions`: the newest first, of which the first is shown. */
export type PublicContent = {
  id: string;
  ref: string;
  firstPublishedAt: number;
  editions: [PublicEdition, ...PublicEdition[]];
};

/**
 * What the public may have of an incident now: null where nothing. It is reckoned from the stored verified versions
 * and from what has been restricted since, and from nothing else of the internal store.
 */
export async function readPublicContent(
  store: Store,
  db: Db,
  incidentId: string,
): Promise<PublicContent | null> {
  const { incident, publicationRecord, verifiedVersion } = store.t;
  const [record] = await db
    .select({
      ref: incident.ref,
      mergedIntoId: incident.mergedIntoId,
      state: publicationRecord.state,
      edition: publicationRecord.edition,
      firstPublishedAt: publicationRecord.firstPublishedAt,
    })
    .from(publicationRecord)
    .innerJoin(incident, eq(incident.id, publicationRecord.incidentId))
    .where(eq(publicationRecord.incidentId, incidentId));
  if (record?.state !== "public" || record.mergedIntoId !== null) return null;
  const versions = await db
    .select()
    .from(verifiedVersion)
    .where(and(eq(verifiedVersion.incidentId, incidentId), isNotNull(verifiedVersion.publishedAt)))
    .orderBy(desc(verifiedVersion.edition));
  const editions: PublicEdition[] = [];
  for (const { document, sources, closed, edition, publishedAt } of versions) {
    const disclosed = await discloseVersion(store, db, { document, sources, closed });
    if (disclosed === null || disclosed.document.claims.length === 0) continue;
    const { withheld: _withheld, closed: _closed, ...shown } = disclosed;
    editions.push({ ...shown, edition: edition!, publishedAt: publishedAt! });
  }
  const [newest, ...older] = editions;
  // An older edition never stands in for the one that was taken off.
  if (newest?.edition !== record.edition) return null;
  const { ref, firstPublishedAt } = record;
  return { id: incidentId, ref, firstPublishedAt, editions: [newest, ...older] };
}

/**
 * What may be public of a verified version with its sources as they are restricted now. `closed`: the sources it was
 * published without; not given: whichever are restricted. Null where a source was restricted since it was published:
 * its title and summary may tell of it, so the whole stays away until somebody has looked at it again.
 */
export async function discloseVersion(
  store: Store,
  db: Db,
  {
    document,
    sources,
    closed,
  }: { document: IncidentDocument; sources: readonly StoredSource[]; closed?: readonly string[] },
): Promise<(Disclosure & { closed: string[] }) | null> {
  const now = await accessNow(
    store,
    db,
    sources.map(({ id }) => id),
  );
  const isRestricted = ({ id, access }: StoredSource) =>
    access === "restricted" || now.get(id)?.access !== "public";
  const shut = sources.filter(isRestricted).map(({ id }) => id);
  const without = new Set(closed ?? shut);
  const tightened = new Map(
    sources.map((source): [string, StoredSource] => [
      source.id,
      {
        ...source,
        access: without.has(source.id) ? "restricted" : "public",
        quotable: source.quotable && now.get(source.id)?.quotable === true,
      },
    ]),
  );
  const disclosure = disclose(document, tightened, await placesOf(store, db, document));
  if (shut.some((id) => disclosure.sources.has(id))) return null;
  return { ...disclosure, closed: [...without].sort() };
}

async function accessNow(store: Store, db: Db, ids: readonly string[]) {
  const { source } = store.t;
  const rows = await inChunks(ids, (chunk) =>
    db
      .select({ id: source.id, access: source.access, quotable: source.quotable })
      .from(source)
      .where(inArray(source.id, chunk)),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function placesOf(
  store: Store,
  db: Db,
  document: IncidentDocument,
): Promise<Map<string, PlacedLocation>> {
  const ids = [...locationIdsOf(document), ...nationalitiesOf(document)];
  return new Map(Object.entries(await readLocations(store, db, ids)));
}
