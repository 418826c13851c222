import { and, eq } from "drizzle-orm";
import type { Db, Store } from "./store";

/** An incident that is gone from the internal store and is still to leave the public one. */
export type RemovedIncident = { id: string; ref: string };

/** Where the ledger's state notes them, until the public store has followed. */
const REMOVED_KEY = "removed_incidents";

/** What was removed, with the note as it is written, by which `forgetRemoved` knows it again. */
export async function readRemoved(
  store: Store,
  db: Db,
): Promise<{ incidents: RemovedIncident[]; note: string | null }> {
  const { ledgerState } = store.t;
  const [row] = await db
    .select({ value: ledgerState.value })
    .from(ledgerState)
    .where(eq(ledgerState.key, REMOVED_KEY));
  return { incidents: row ? JSON.parse(row.value) : [], note: row?.value ?? null };
}

/** Notes, in the transaction that removes them, that the public store is to follow. */
export async function noteRemoved(
  store: Store,
  db: Db,
  removed: readonly RemovedIncident[],
): Promise<void> {
  const { ledgerState } = store.t;
  const value = JSON.stringify([...(await readRemoved(store, db)).incidents, ...removed]);
  await db
    .insert(ledgerState)
    .values({ key: REMOVED_KEY, value })
    .onConflictDoUpdate({ target: ledgerState.key, set: { value } });
}

/** Takes the note away once the public store has followed, unless something was added to it since. */
export async function forgetRemoved(store: Store, db: Db, note: string): Promise<void> {
  const { ledgerState } = store.t;
  await db
    .delete(ledgerState)
    .where(and(eq(ledgerState.key, REMOVED_KEY), eq(ledgerState.value, note)));
}
