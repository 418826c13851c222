import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../db/client";
import { writeMissingEntries } from "../db/incident-entries";
import { seedGazetteer } from "../db/seed/seed-gazetteer";
import type { Store } from "../db/store";

/** Works with a ledger that has places and no incidents, and removes it. */
export async function withEmptyLedger<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "ledger-bench-"));
  const store = await openStore(`file:${join(folder, "ledger.db")}`);
  try {
    await store.migrate();
    await seedGazetteer(store);
    await writeMissingEntries(store);
    return await work(store);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
