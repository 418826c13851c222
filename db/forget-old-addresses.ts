import { and, isNotNull, lt } from "drizzle-orm";
import type { Db, Store } from "./store";

const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Empties the network addresses of accesses that are older than 30 days; the accesses themselves stay. */
export async function forgetOldAddresses(store: Store, db: Db, now: number): Promise<void> {
  const { accessEntry } = store.t;
  await db
    .update(accessEntry)
    .set({ address: null })
    .where(and(isNotNull(accessEntry.address), lt(accessEntry.at, now - KEPT_MS)));
}
