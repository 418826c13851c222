import { openStore } from "../db/client";
import type { Profile } from "../db/profile";
import type { Store } from "../db/store";
import { indexIncidents } from "./index-incidents";
import { openBoth } from "./open-both";
import { openExisting } from "./open-existing";

/** Opens the store that readers of a profile read, and the one that has the access log; closes both. */
export async function openToExport<T>(
  databaseUrl: string,
  profile: Profile,
  work: (store: Store, log: Store) => Promise<T>,
): Promise<T> {
  if (profile === "public")
    return openBoth(databaseUrl, (stores) => work(stores.public, stores.internal));
  return openExisting(databaseUrl, async (internal) => {
    // A filter finds only what the lists know of; after an update they may not know all.
    await indexIncidents(internal);
    if (profile === "internal") return work(internal, internal);
    const seen = await openStore(databaseUrl, { profile });
    try {
      return await work(seen, internal);
    } finally {
      await seen.close();
    }
  });
}
