import { and, asc, eq, getTableColumns, inArray, isNull, or, sql } from "drizzle-orm";
import { citedFacts } from "../domain/cited-facts";
import type { StoredSource } from "../domain/open-sources";
import { locationIdsOf, nationalitiesOf } from "../domain/outside-references";
import { inChunks } from "./in-chunks";
import { writeEntries } from "./incident-entries";
import type { PublicContent, PublicEdition } from "./public-content";
import type { Db, Store } from "./store";
import { deletePublished, insertPublished } from "./write-incident";
import { sourceColumns } from "./write-source";

/** Where the rows of places come from, and the links. */
type Internal = { store: Store; db: Db };
/** The public store, inside the transaction that writes it. */
type Public = { store: Store; db: Db };

/** What an incident brought into the public store and what it takes out of it. */
export type Touched = { sources: Set<string>; places: Set<string> };

/** Takes an incident out of the public store; sources and places that were there for it stay until `settleTouched`. */
export async function removeFromPublic(pub: Public, id: string, touched: Touched): Promise<void> {
  const { publishedEdition } = pub.store.t;
  const editions = await pub.db
    .select()
    .from(publishedEdition)
    .where(eq(publishedEdition.incidentId, id));
  for (const { document, sources } of editions) {
    for (const source of sources) touched.sources.add(source.id);
    for (const place of namedPlaces(document)) touched.places.add(place);
  }
  await deletePublished(pub.store, pub.db, id);
}

/** An incident that was public and lives on in another one; `firstPublishedAt`: of itself, milliseconds since 1970. */
export type Redirect = { id: string; ref: string; intoId: string; firstPublishedAt: number };

/** Leads from the reference of a merged incident to where it lives on, where that is public; nothing else is told of it. */
export async function addRedirect(
  { store, db }: Public,
  { id, ref, intoId, firstPublishedAt: at }: Redirect,
): Promise<void> {
  const { incident } = store.t;
  const [into] = await db
    .select({ id: incident.id })
    .from(incident)
    .where(and(eq(incident.id, intoId), isNull(incident.mergedIntoId)));
  if (!into) return;
  const facts = { id, ref, version: 1, createdAt: at, updatedAt: at };
  const nothing = { title: ref, summary: "", groups: [], events: [], claims: [] };
  await insertPublished(store, db, facts, nothing, new Map());
  await db.update(incident).set({ mergedIntoId: into.id }).where(eq(incident.id, id));
  await writeEntries(store, db, [id]);
}

/** Writes an incident that is not in the public store, with the places and sources it needs. */
export async function addToPublic(
  { store, db }: Public,
  internal: Internal,
  content: PublicContent,
  touched: Touched,
): Promise<void> {
  const [shown] = content.editions;
  for (const { document, locationIds, sources } of content.editions) {
    await addPlaces({ store, db }, internal, locationIds);
    for (const place of namedPlaces(document)) touched.places.add(place);
    for (const id of sources.keys()) touched.sources.add(id);
  }
  for (const source of shown.sources.values())
    await db
      .insert(store.t.source)
      .values(sourceRow(source, shown.publishedAt))
      .onConflictDoNothing();
  await insertPublished(
    store,
    db,
    {
      id: content.id,
      ref: content.ref,
      version: shown.edition,
      createdAt: content.firstPublishedAt,
      updatedAt: shown.publishedAt,
    },
    shown.document,
    citedFacts([...shown.sources.values()]),
  );
  for (const { edition, publishedAt, document, sources } of content.editions)
    await db.insert(store.t.publishedEdition).values({
      incidentId: content.id,
      edition,
      publishedAt,
      document,
      sources: [...sources.values()],
    });
}

/**
 * Gives every touched source the words of the edition that was published last among those shown that name it, and
 * takes out the sources and places that nothing published needs any more.
 */
export async function settleTouched({ store, db }: Public, touched: Touched): Promise<void> {
  const { source, sourceDerivation } = store.t;
  const kept = await newestWords({ store, db }, touched.sources);
  for (const { source: words, publishedAt } of kept.values()) {
    const row = sourceRow(words, publishedAt);
    await db.insert(source).values(row).onConflictDoUpdate({ target: source.id, set: row });
  }
  for (const id of touched.sources) {
    await db.delete(sourceDerivation).where(eq(sourceDerivation.sourceId, id));
    if (!kept.has(id)) await db.delete(sourceDerivation).where(eq(sourceDerivation.fromId, id));
  }
  for (const [sourceId, { source: words }] of kept)
    for (const fromId of words.derivedFrom)
      await db.insert(sourceDerivation).values({ sourceId, fromId });
  for (const id of touched.sources)
    if (!kept.has(id)) await db.delete(source).where(eq(source.id, id));
  await removeUnneededPlaces({ store, db }, touched.places);
}

type Words = { source: StoredSource; publishedAt: number; incidentId: string };

/** Each of the sources as the newest shown edition has it that names it; absent where none does. */
async function newestWords(pub: Public, ids: ReadonlySet<string>): Promise<Map<string, Words>> {
  const found = new Map<string, Words>();
  for await (const one of editionsHolding(pub, "sources", ids)) {
    const { incidentId, publishedAt, sources } = one;
    if (one.edition !== one.shownEdition) continue;
    for (const source of sources) {
      if (!ids.has(source.id)) continue;
      const other = found.get(source.id);
      const isNewer =
        !other ||
        publishedAt > other.publishedAt ||
        (publishedAt === other.publishedAt && incidentId < other.incidentId);
      if (isNewer) found.set(source.id, { source, publishedAt, incidentId });
    }
  }
  return found;
}

/** A place stays while an edition names it or a place in it stays. */
async function removeUnneededPlaces(pub: Public, ids: ReadonlySet<string>): Promise<void> {
  const { location, locationName } = pub.store.t;
  const named = new Set<string>();
  for await (const { document } of editionsHolding(pub, "document", ids))
    for (const place of namedPlaces(document)) named.add(place);
  for (let candidates = new Set(ids); candidates.size > 0; ) {
    const parents = new Set<string>();
    for (const id of candidates) {
      const [row] = await pub.db.select().from(location).where(eq(location.id, id));
      const [inside] = await pub.db
        .select({ id: location.id })
        .from(location)
        .where(eq(location.parentId, id))
        .limit(1);
      if (!row || inside || named.has(id)) continue;
      await pub.db.delete(locationName).where(eq(locationName.locationId, id));
      await pub.db.delete(location).where(eq(location.id, id));
      if (row.parentId !== null) parents.add(row.parentId);
    }
    candidates = parents;
  }
}

/** Above so many ids it is quicker to read all editions than to look for each. */
const MANY_IDS = 20;
const BATCH = 200;

/** The editions in which the column may hold one of the ids, all of them where there are many ids. */
async function* editionsHolding(
  { store, db }: Public,
  column: "sources" | "document",
  ids: ReadonlySet<string>,
) {
  const { incident, publishedEdition } = store.t;
  if (ids.size === 0) return;
  const { incidentId, edition } = publishedEdition;
  const holding = [...ids].map(
    (id) => sql`${publishedEdition[column]} like ${`%${JSON.stringify(id)}%`}`,
  );
  for (let last = { incidentId: "", edition: 0 }; ; ) {
    const rows = await db
      .select({ ...getTableColumns(publishedEdition), shownEdition: incident.version })
      .from(publishedEdition)
      .innerJoin(incident, eq(incident.id, incidentId))
      .where(
        and(
          sql`(${incidentId}, ${edition}) > (${last.incidentId}, ${last.edition})`,
          ids.size > MANY_IDS ? undefined : or(...holding),
        ),
      )
      .orderBy(asc(incidentId), asc(edition))
      .limit(BATCH);
    yield* rows;
    if (rows.length < BATCH) return;
    last = rows.at(-1)!;
  }
}

/** Copies the rows of places that are not there yet; a place comes after the one it lies in. */
async function addPlaces(pub: Public, internal: Internal, ids: readonly string[]): Promise<void> {
  const { location, locationName } = pub.store.t;
  const there = await inChunks(ids, (chunk) =>
    pub.db.select({ id: location.id }).from(location).where(inArray(location.id, chunk)),
  );
  const known = new Set(there.map(({ id }) => id));
  const missing = ids.filter((id) => !known.has(id));
  const rows = await inChunks(missing, (chunk) =>
    internal.db.select().from(location).where(inArray(location.id, chunk)),
  );
  for (let waiting = rows; waiting.length > 0; ) {
    const ready = waiting.filter(({ parentId }) => parentId === null || known.has(parentId));
    if (ready.length === 0) throw new Error("A place lies in one that is not there.");
    for (const row of ready) {
      await pub.db.insert(location).values(row);
      known.add(row.id);
    }
    waiting = waiting.filter(({ id }) => !known.has(id));
  }
  const names = await inChunks(missing, (chunk) =>
    internal.db.select().from(locationName).where(inArray(locationName.locationId, chunk)),
  );
  for (const name of names) await pub.db.insert(locationName).values(name);
}

function namedPlaces(document: PublicEdition["document"]): string[] {
  return [...new Set([...locationIdsOf(document), ...nationalitiesOf(document)])];
}

// When a source was added or changed is the ledger's own affair: it is as old as what shows it.
function sourceRow({ id, ref, ...source }: StoredSource, publishedAt: number) {
  return {
    ...sourceColumns(source),
    id,
    ref,
    version: 1,
    createdAt: publishedAt,
    updatedAt: publishedAt,
  };
}
