import { join } from "node:path";
import { openStore } from "../db/client";
import type { Store } from "../db/store";

/** Works with a ledger behind a program under test; the one that all specs share unless `url` says another. */
export async function inLedger<T>(
  work: (store: Store) => Promise<T>,
  url = `file:${join(process.env.LEDGER_E2E_FOLDER!, "ledger.db")}`,
): Promise<T> {
  const store = await openStore(url);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
