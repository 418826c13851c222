import { existsSync } from "node:fs";
import { openStore } from "../db/client";
import { pendingMigrations } from "../db/pending-migrations";
import type { Store } from "../db/store";
import { storedProfile } from "../db/stored-profile";
import { NotMigrated } from "./outcome";

/**
 * Opens the internal store of a ledger, which must be there and up to date already, lets `work` do its work and
 * closes it. Refuses a public store, whose log is empty and which has no other beside it.
 */
export async function openExisting<T>(
  databaseUrl: string,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const path = /^file:(?<path>.*)$/.exec(databaseUrl)?.groups?.path;
  if (path !== undefined && !existsSync(path)) throw new Error("there is no such file");
  const store = await openStore(databaseUrl);
  try {
    if ((await storedProfile(store)) === "public")
      throw new Error("it is a public store: name the ledger it was made from");
    const pending = await pendingMigrations(store);
    if (pending > 0) throw new NotMigrated(`migrations that have not run on it: ${pending}`);
    return await work(store);
  } finally {
    await store.close();
  }
}
