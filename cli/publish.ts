import { openStore } from "../db/client";
import { markPublic, publishAnew, publishPending } from "../db/commands/publish-pending";
import { publicUrlOf } from "../db/public-store";
import { openExisting } from "./open-existing";

/** Does what was decided about publication, or makes the whole public store anew; returns the line to print. */
export async function publish(
  databaseUrl: string,
  { rebuild = false }: { rebuild?: unknown },
): Promise<string> {
  const url = publicUrlOf(databaseUrl);
  return openExisting(databaseUrl, async (internal) => {
    const store = await openStore(url, { profile: "public" });
    try {
      await store.migrate();
      await markPublic(store);
      const stores = { internal, public: store };
      if (rebuild === true) {
        const count = await publishAnew(stores, { id: "ledger publish", role: "admin" });
        await publishPending(stores);
        return `Made the public store anew: incidents in it: ${count}.`;
      }
      return `Brought in line with what was decided: incidents: ${await publishPending(stores)}.`;
    } finally {
      await store.close();
    }
  });
}
