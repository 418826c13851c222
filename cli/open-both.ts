import { openStore } from "../db/client";
import { markPublic, type Stores } from "../db/commands/publish-pending";
import { publicUrlOf } from "../db/public-store";
import type { Store } from "../db/store";
import { indexIncidents } from "./index-incidents";
import { openExisting } from "./open-existing";

/** Opens a ledger that must be there already with its public store, which is made where it is missing; closes both. */
export async function openBoth<T>(
  databaseUrl: string,
  work: (stores: Stores) => Promise<T>,
): Promise<T> {
  const url = publicUrlOf(databaseUrl);
  return openExisting(databaseUrl, (internal) => withPublic(internal, url, work));
}

/** The same for a ledger that is open already. `url`: where its public store lies. */
export async function withPublic<T>(
  internal: Store,
  url: string,
  work: (stores: Stores) => Promise<T>,
): Promise<T> {
  const store = await openStore(url, { profile: "public" });
  try {
    await store.migrate();
    await markPublic(store);
    await indexIncidents(store);
    return await work({ internal, public: store });
  } finally {
    await store.close();
  }
}
