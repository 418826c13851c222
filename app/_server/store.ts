import "server-only";
import { openStore } from "../../db/client";
import type { Store } from "../../db/store";

// On globalThis: development reloads this module, and every copy would open the file again.
const kept = globalThis as typeof globalThis & { ledgerStore?: Promise<Store> };

/** The one open ledger of this process. The start command migrates it before it serves. */
export function getStore(): Promise<Store> {
  kept.ledgerStore ??= openStore(process.env.DATABASE_URL || "file:./data/ledger.db").catch(
    (error) => {
      kept.ledgerStore = undefined;
      throw error;
    },
  );
  return kept.ledgerStore;
}
