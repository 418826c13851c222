import { openStore } from "../db/client";
import { markPublic, type Stores } from "../db/commands/publish-pending";
import { publicUrlOf } from "../db/public-store";
import { openExisting } from "./open-existing";

/** Opens a ledger that must be there already with its public store, which is made where it is missing; closes both. */
export async function openBoth<T>(
  databaseUrl: string,
  work: (stores: Stores) => Promise<T>,
): Promise<T> {
  const url = publicUrlOf(databaseUrl);
  return openExisting(databaseUrl, async (internal) => {
    const store = await openStore(url, { profile: "public" });
    try {
      await store.migrate();
      await markPublic(store);
      return await work({ internal, public: store });
    } finally {
      await store.close();
    }
  });
}
