import { and, eq, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { normaliseText } from "../domain/search-text";
import type { Store } from "./store";

/**
 * Normalises again what an earlier version of the program normalised for searching and sorting, batch by batch: enough
 * where `normaliseText` does more than it did. What is as it should be is not written.
 */
export async function renewSearchTexts(store: Store): Promise<void> {
  const { incident, location, locationName, source } = store.t;
  await renewAll(store, location.id, location.sortName);
  await renewAll(store, locationName.locationId, locationName.normalised);
  await renewAll(store, source.id, source.searchText);
  await renewAll(store, incident.id, incident.sortTitle);
  await renewAll(store, incident.id, incident.searchText);
}

type Row = { key: string; text: string };

async function renewAll(store: Store, key: SQLiteColumn, text: SQLiteColumn): Promise<void> {
  let last: Row | undefined = { key: "", text: "" };
  while (last) last = await renewBatch(store, key, text, last);
}

/** Those after a row, of which a place has several. Returns the last as it was. */
async function renewBatch(
  store: Store,
  key: SQLiteColumn,
  text: SQLiteColumn,
  after: Row,
): Promise<Row | undefined> {
  const { table } = text;
  return store.tx(async (db) => {
    const rows = await db
      .select({ key: sql<string>`${key}`, text: sql<string>`${text}` })
      .from(table)
      .where(sql`(${key}, ${text}) > (${after.key}, ${after.text})`)
      .orderBy(key, text)
      .limit(BATCH);
    for (const row of rows) {
      const renewed = normaliseText(row.text);
      if (renewed === row.text) continue;
      const isThis = and(eq(key, row.key), eq(text, row.text));
      await db
        .update(table)
        .set({ [text.name]: renewed })
        .where(isThis);
    }
    return rows.at(-1);
  });
}

const BATCH = 1_000;
