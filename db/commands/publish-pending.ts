import { and, asc, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { LOCATION_KINDS } from "../../domain/vocabulary";
import { askPublication } from "../ask-publication";
import { inChunks } from "../in-chunks";
import { deleteAllEntries } from "../incident-entries";
import { readPublicContent } from "../public-content";
import { forgetRemoved, readRemoved } from "../removed-incidents";
import type { Db, Store } from "../store";
import {
  addRedirect,
  addToPublic,
  type Redirect,
  removeFromPublic,
  settleTouched,
  type Touched,
} from "../write-public";

/** Both stores of a ledger; only what publishes knows them both. */
export type Stores = { internal: Store; public: Store };

/** Where a public store says that it is one, so that neither is ever opened as the other. */
export const PROFILE_KEY = "profile";

/**
 * Brings the public store to what the internal one has decided: what was published, taken off, retracted or
 * restricted since, and the sample cases once they are removed. To be called after every command that may decide so,
 * and at every start: where the program ended between the two stores, the rest is done then. Done twice it does
 * nothing more. Where somebody reads the public file, what was taken off is gone from its pages but not from its bytes: then the notes stay, for the next call.
 * Returns how many incidents it brought in line.
 */
export async function publishPending(stores: Stores): Promise<number> {
  const { publicationRecord } = stores.internal.t;
  const pending = () =>
    stores.internal.read
      .select({ id: publicationRecord.incidentId, asked: publicationRecord.asked })
      .from(publicationRecord)
      .where(eq(publicationRecord.pending, true))
      .orderBy(asc(publicationRecord.incidentId));
  const removed = () => readRemoved(stores.internal, stores.internal.read);
  if ((await pending()).length === 0 && (await removed()).note === null) return 0;
  // What is decided is read inside the transaction that writes: of two at once, the later never writes the older.
  const done = await stores.public.tx(async (db) => {
    const records = await pending();
    const gone = await removed();
    await writeIncidents(
      stores,
      db,
      [...records, ...gone.incidents].map(({ id }) => id),
    );
    const { tombstone } = stores.public.t;
    for (const { ref } of gone.incidents) await db.delete(tombstone).where(eq(tombstone.ref, ref));
    return { records, gone };
  });
  const count = done.records.length + done.gone.incidents.length;
  // What was taken out is not to be found in the file either.
  if (!(await stores.public.vacuum())) return count;
  await stores.internal.tx(async (db) => {
    for (const { id, asked } of done.records)
      await db
        .update(publicationRecord)
        .set({ pending: false })
        .where(and(eq(publicationRecord.incidentId, id), eq(publicationRecord.asked, asked)));
    if (done.gone.note !== null) await forgetRemoved(stores.internal, db, done.gone.note);
  });
  return count;
}

/**
 * Makes the public store anew from the stored verified versions. It gives what publishing step by step has given.
 * Returns how many incidents are public then.
 */
export async function publishAnew(stores: Stores, actor: Actor): Promise<number> {
  authorise(actor, "publication.rebuild");
  const { publicationRecord } = stores.internal.t;
  const { ids, count } = await stores.public.tx(async (db) => {
    await emptyPublic(stores.public, db);
    const records = await stores.internal.read
      .select({ id: publicationRecord.incidentId })
      .from(publicationRecord)
      .orderBy(asc(publicationRecord.incidentId));
    const ids = records.map(({ id }) => id);
    return { ids, count: await writeIncidents(stores, db, ids) };
  });
  if (!(await stores.public.vacuum()))
    await stores.internal.tx((db) => askPublication(stores.internal, db, ids));
  return count;
}

/**
 * After a purge: takes out of both stores, the public one first, what is no more to be there, and out of their files.
 * False where somebody reads one of them, so that old bytes may still be in it.
 */
export async function erasePurged(stores: Stores): Promise<boolean> {
  await publishPending(stores);
  const isPublicErased = await stores.public.vacuum();
  return (await stores.internal.vacuum()) && isPublicErased;
}

/** Says in a new public store that it is one. Throws where it is a ledger, put in its place by mistake. */
export async function markPublic(store: Store): Promise<void> {
  const { account, incident, ledgerState, revision } = store.t;
  await store.tx(async (db) => {
    const [marked] = await db.select().from(ledgerState).where(eq(ledgerState.key, PROFILE_KEY));
    if (marked) return;
    for (const table of [account, incident, revision]) {
      const some = await db.select({ one: sql<number>`1` }).from(table).limit(1);
      if (some.length > 0)
        throw new Error("a ledger lies where its public store belongs: move it away");
    }
    await db.insert(ledgerState).values({ key: PROFILE_KEY, value: "public" });
  });
}

/** Has the public store hold of the incidents what it is to hold, and no trace of what it is not; returns how many it holds. */
async function writeIncidents(stores: Stores, db: Db, some: readonly string[]): Promise<number> {
  const ids = [...new Set([...(await leadingTo(stores.public, db, some)), ...some])];
  const pub = { store: stores.public, db };
  const touched: Touched = { sources: new Set(), places: new Set() };
  let count = 0;
  const merged = await mergedAmong(stores.internal, ids);
  // What leads to others goes first and comes last.
  for (const id of new Set([...ids, ...merged.map((one) => one.id)]))
    await removeFromPublic(pub, id, touched);
  for (const id of ids) {
    const { internal } = stores;
    const from = { store: internal, db: internal.read };
    const content = await readPublicContent(internal, internal.read, id);
    if (content) {
      await addToPublic(pub, from, content, touched);
      count++;
    }
    await writeTombstone(stores, db, id);
  }
  for (const one of merged) await addRedirect(pub, one);
  await writeLinks(stores, db, ids);
  await settleTouched(pub, touched);
  return count;
}

/** What leads to one of the incidents in the public store, and could not stay without it. */
async function leadingTo({ t: { incident } }: Store, db: Db, ids: readonly string[]) {
  const rows = await inChunks(ids, (chunk) =>
    db.select({ id: incident.id }).from(incident).where(inArray(incident.mergedIntoId, chunk)),
  );
  return rows.map(({ id }) => id);
}

/**
 * Of the incidents, and of those that live on in one of them, the ones that were merged after they had been published:
 * the public is led on from there. `intoId`: where each lives on in the end.
 */
async function mergedAmong({ t, read }: Store, ids: readonly string[]): Promise<Redirect[]> {
  const { incident, publicationRecord } = t;
  const rows = await read
    .select({
      id: incident.id,
      ref: incident.ref,
      intoId: incident.mergedIntoId,
      state: publicationRecord.state,
      at: publicationRecord.firstPublishedAt,
    })
    .from(incident)
    .leftJoin(publicationRecord, eq(publicationRecord.incidentId, incident.id))
    .where(isNotNull(incident.mergedIntoId))
    .orderBy(asc(incident.id));
  const next = new Map(rows.map(({ id, intoId }) => [id, intoId!]));
  const asked = new Set(ids);
  return rows.flatMap(({ id, ref, state, at }) => {
    const way = [id];
    for (let into = next.get(id); into !== undefined; into = next.get(into)) way.push(into);
    const isTold = state === "public" && way.some((one) => asked.has(one));
    return isTold ? [{ id, ref, intoId: way.at(-1)!, firstPublishedAt: at! }] : [];
  });
}

async function writeTombstone(stores: Stores, db: Db, id: string): Promise<void> {
  const { incident, publicationRecord, tombstone } = stores.internal.t;
  const [record] = await stores.internal.read
    .select({
      ref: incident.ref,
      state: publicationRecord.state,
      reason: publicationRecord.reason,
      at: publicationRecord.takenOffAt,
    })
    .from(publicationRecord)
    .innerJoin(incident, eq(incident.id, publicationRecord.incidentId))
    .where(eq(publicationRecord.incidentId, id));
  if (!record) return;
  const { ref, state, reason, at } = record;
  await db.delete(stores.public.t.tombstone).where(eq(tombstone.ref, ref));
  if (state === "retracted")
    await db.insert(stores.public.t.tombstone).values({ ref, reason, at: at ?? 0 });
}

/** A link is public where it was published with either end and both ends are public. Its note is not. */
async function writeLinks(stores: Stores, db: Db, ids: readonly string[]): Promise<void> {
  const { incidentLink, publicationRecord } = stores.internal.t;
  const links = await inChunks(ids, (chunk) =>
    stores.internal.read
      .select()
      .from(incidentLink)
      .where(or(inArray(incidentLink.fromId, chunk), inArray(incidentLink.toId, chunk))),
  );
  const ends = links.flatMap(({ fromId, toId }) => [fromId, toId]);
  const records = await inChunks(ends, (chunk) =>
    stores.internal.read
      .select({ id: publicationRecord.incidentId, links: publicationRecord.links })
      .from(publicationRecord)
      .where(inArray(publicationRecord.incidentId, chunk)),
  );
  const published = new Set(records.flatMap((record) => record.links));
  const there = await inChunks(ends, (chunk) =>
    db
      .select({ id: stores.public.t.incident.id })
      .from(stores.public.t.incident)
      .where(inArray(stores.public.t.incident.id, chunk)),
  );
  const shown = new Set(there.map(({ id }) => id));
  for (const { id, fromId, toId, type } of links)
    if (published.has(id) && shown.has(fromId) && shown.has(toId))
      await db
        .insert(stores.public.t.incidentLink)
        .values({ id, fromId, toId, type, note: "", createdAt: 0, createdBy: "" })
        .onConflictDoNothing();
}

/** Children go before parents, places after what lies in them. */
async function emptyPublic(store: Store, db: Db): Promise<void> {
  const { t } = store;
  await deleteAllEntries(store, db);
  await db.update(t.peopleGroup).set({ partOfId: null });
  const ofIncidents = [t.claim, t.eventGroup, t.eventPlace, t.event, t.peopleGroup];
  const rest = [t.incidentStatus, t.incidentLink, t.publishedEdition, t.tombstone, t.incident];
  const named = [t.sourceDerivation, t.source, t.locationName];
  for (const table of [...ofIncidents, ...rest, ...named]) await db.delete(table);
  for (const kind of [...LOCATION_KINDS].reverse())
    await db.delete(t.location).where(eq(t.location.kind, kind));
}
