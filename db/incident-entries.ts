import { setImmediate } from "node:timers/promises";
import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { NUMBERS, SETS } from "../domain/incident-index/incident-facts";
import { changeTexts } from "./change-texts";
import { type EntryContent, readEntryContents } from "./entry-contents";
import { inChunks, writeInChunks } from "./in-chunks";
import { manyRows } from "./many-rows";
import { renewSearchTexts } from "./renew-search-texts";
import type { Db, Store } from "./store";

/**
 * Writes anew what the lists and the search know of the incidents, from their rows; to be called in every transaction
 * that writes one, after its last write. An incident that was merged into another is not to be found.
 */
export async function writeEntries(store: Store, db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { incidentEntry } = store.t;
  const contents = await readEntryContents(store, db, ids);
  const change = await nextOf(store, db, "entry_change");
  const kept = await inChunks(ids, (chunk) =>
    db
      .select({ id: incidentEntry.incidentId, number: incidentEntry.number })
      .from(incidentEntry)
      .where(inArray(incidentEntry.incidentId, chunk)),
  );
  const numbers = new Map(kept.map(({ id, number }) => [id, number]));
  const [highest] = await db
    .select({ number: sql<number>`coalesce(max(${incidentEntry.number}), 0)`.mapWith(Number) })
    .from(incidentEntry);
  let next = highest!.number;
  const many = manyRows(store, db);
  const rows: (EntryContent & { number: number; change: number })[] = [];
  for (const content of contents) {
    const number = numbers.get(content.incidentId);
    if (number !== undefined) rows.push({ ...content, number, change });
    else {
      const { incidentId, facts, openWords, restrictedWords } = content;
      const added = ++next;
      many.add("incidentEntry", [{ number: added, incidentId, change, facts }]);
      many.add("incidentText", [{ number: added, openWords, restrictedWords }]);
    }
  }
  await many.write();
  await writeInChunks(rows, 4, (chunk) =>
    db
      .insert(incidentEntry)
      .values(chunk)
      .onConflictDoUpdate({
        target: incidentEntry.incidentId,
        set: { change, facts: sql`excluded.facts` },
      }),
  );
  await changeTexts(store, db, rows);
}

/** Takes an incident out of the lists and the search, before its row is deleted. */
export async function deleteEntry(store: Store, db: Db, incidentId: string): Promise<void> {
  const { incidentEntry, incidentText } = store.t;
  const [entry] = await db
    .select({ number: incidentEntry.number })
    .from(incidentEntry)
    .where(eq(incidentEntry.incidentId, incidentId));
  if (!entry) return;
  await db.delete(incidentText).where(eq(incidentText.number, entry.number));
  await db.delete(incidentEntry).where(eq(incidentEntry.number, entry.number));
  await nextOf(store, db, "entry_removal");
}

/** Takes every incident out of the lists and the search. */
export async function deleteAllEntries(store: Store, db: Db): Promise<void> {
  await deleteAllTexts(store, db);
  await db.delete(store.t.incidentEntry);
  await nextOf(store, db, "entry_removal");
}

/** On SQLite a trigger takes text after text out of the search index; all at once is some hundred times quicker. */
async function deleteAllTexts({ dialect, t }: Store, db: Db): Promise<void> {
  if (dialect === "postgres") {
    await db.delete(t.incidentText);
    return;
  }
  const [trigger] = await db.all<{ sql: string }>(
    sql`select sql from sqlite_schema where type = 'trigger' and name = 'incident_text_deleted'`,
  );
  await db.run(sql`drop trigger incident_text_deleted`);
  await db.delete(t.incidentText);
  await db.run(sql`insert into incident_search (incident_search) values ('delete-all')`);
  await db.run(sql.raw(trigger!.sql));
}

/**
 * Tells entries that are made otherwise than before, so that a ledger that has older ones makes them anew. What a line
 * holds is part of it; the number is to be raised when something else of it, or the words, change.
 */
const EDITION = ["3", ...NUMBERS, ...SETS].join(" ");

/**
 * Writes the entries that are missing, all of them where an older version of the program wrote those that are there.
 * Batch by batch, each in a transaction of its own: where it ends early, the next call does the rest.
 * `onProgress`: how many are written of how many. Returns how many it wrote.
 */
export async function writeMissingEntries(
  store: Store,
  onProgress: (done: number, all: number) => void = () => undefined,
): Promise<number> {
  const { incident, incidentEntry } = store.t;
  if (!(await hasEntriesOfThisEdition(store, store.read))) {
    await renewSearchTexts(store);
    await beginEdition(store);
  }
  const isMissing = isNull(incidentEntry.number);
  // No entry is without its incident, and none has two. To look for each takes seconds where there are a million.
  const missing = await store.snapshot(
    async (db) => (await db.$count(incident)) - (await db.$count(incidentEntry)),
  );
  if (missing === 0) return 0;
  let done = 0;
  for (let last = ""; ; ) {
    const batch = await store.tx(async (db) => {
      const rows = await db
        .select({ id: incident.id })
        .from(incident)
        .leftJoin(incidentEntry, eq(incidentEntry.incidentId, incident.id))
        .where(and(isMissing, gt(incident.id, last)))
        .orderBy(incident.id)
        .limit(BATCH);
      const ids = rows.map(({ id }) => id);
      await writeEntries(store, db, ids);
      return ids;
    });
    done += batch.length;
    if (batch.length < BATCH) break;
    last = batch.at(-1)!;
    onProgress(done, Math.max(done, missing));
  }
  if (done > 0) await mergeSearchIndex(store);
  return done;
}

/** Whether this version of the program knows the entries that are there, and the words of the search. */
export async function hasEntriesOfThisEdition(
  { t: { ledgerState } }: Store,
  db: Db,
): Promise<boolean> {
  const [edition] = await db.select().from(ledgerState).where(eq(ledgerState.key, EDITION_KEY));
  return edition?.value === EDITION;
}

/** Deletes the entries of another edition, unless another process did so meanwhile. */
async function beginEdition(store: Store): Promise<void> {
  const { ledgerState } = store.t;
  await store.tx(async (db) => {
    if (await hasEntriesOfThisEdition(store, db)) return;
    await deleteAllEntries(store, db);
    await db
      .insert(ledgerState)
      .values({ key: EDITION_KEY, value: EDITION })
      .onConflictDoUpdate({ target: ledgerState.key, set: { value: EDITION } });
  });
}

/**
 * SQLite: makes one of the parts that the search index was written in, step by step. To take a word out for good it is
 * looked up in each of them, so that a save after many were written would take twice as long.
 */
async function mergeSearchIndex(store: Store): Promise<void> {
  if (store.dialect !== "sqlite") return;
  const countChanges = (db: Db) => db.get<{ n: number }>(sql`select total_changes() as n`).n;
  // Below zero: all parts are to become one; then on with that until a step changes nothing, which counts as one change.
  for (let pages = -MERGED_PAGES; ; pages = MERGED_PAGES) {
    const changes = await store.tx(async (db) => {
      const before = countChanges(db);
      db.run(sql`insert into incident_search (incident_search, rank) values ('merge', ${pages})`);
      return countChanges(db) - before;
    });
    if (changes < 2) return;
    await setImmediate();
  }
}

const EDITION_KEY = "entry_edition";
const BATCH = 1_000;
const MERGED_PAGES = 1_000;

/** One more than it was; whoever else writes waits for the end of the transaction, so that none is passed over. */
async function nextOf(
  store: Store,
  db: Db,
  key: "entry_change" | "entry_removal",
): Promise<number> {
  const { ledgerState } = store.t;
  const [row] = await db
    .insert(ledgerState)
    .values({ key, value: "1" })
    .onConflictDoUpdate({
      target: ledgerState.key,
      set: { value: sql`cast(cast(${ledgerState.value} as integer) + 1 as text)` },
    })
    .returning({ value: ledgerState.value });
  return Number(row!.value);
}
