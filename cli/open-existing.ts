import { existsSync } from "node:fs";
import { openStore } from "../db/client";
import type { Store } from "../db/store";

/** Opens a database that must be there already, lets `work` do its work and closes it. */
export async function openExisting<T>(
  databaseUrl: string,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const path = /^file:(?<path>.*)$/.exec(databaseUrl)?.groups?.path;
  if (path !== undefined && !existsSync(path)) throw new Error("there is no such file");
  const store = await openStore(databaseUrl);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
