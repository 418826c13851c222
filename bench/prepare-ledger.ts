import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { count } from "drizzle-orm";
import { openStore } from "../db/client";
import { writeMissingEntries } from "../db/incident-entries";
import { generateIncidents } from "../db/seed/generate-incidents";
import { seedGazetteer } from "../db/seed/seed-gazetteer";
import type { Store } from "../db/store";
import { writeMissingBlocks } from "../db/write-blocks";

/** The seed of every ledger that is measured, so that numbers of different days are of the same one. */
const SEED = 1;

/** A generated ledger of so many incidents in the folder, made where it is not there yet. Returns its address. */
export async function prepareLedger(
  folder: string,
  incidents: number,
  say: (line: string) => void,
): Promise<string> {
  const path = join(folder, `incidents-${incidents}.db`);
  if (existsSync(path)) {
    await withStore(path, async (store) => {
      await update(store);
      const { incident } = store.t;
      const [held] = await store.read.select({ n: count() }).from(incident);
      if (held!.n !== incidents)
        throw new Error(`${path} holds ${held!.n} incidents, and not ${incidents}: remove it`);
    });
    return `file:${path}`;
  }
  mkdirSync(folder, { recursive: true });
  // What is not whole must not be taken for a ledger of so many the next time.
  const unfinished = `${path}.unfinished`;
  for (const file of [unfinished, `${unfinished}-wal`, `${unfinished}-shm`])
    rmSync(file, { force: true });
  say(`Making a ledger of ${incidents.toLocaleString("en")} incidents: ${path}`);
  await withStore(unfinished, async (store) => {
    await update(store);
    await generateIncidents(store, { incidents, seed: SEED });
    await writeMissingEntries(store);
    await writeMissingBlocks(store);
  });
  renameSync(unfinished, path);
  return `file:${path}`;
}

async function update(store: Store): Promise<void> {
  await store.migrate();
  await seedGazetteer(store);
  await writeMissingEntries(store);
  await writeMissingBlocks(store);
}

async function withStore(path: string, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(`file:${path}`);
  try {
    await work(store);
  } finally {
    await store.close();
  }
}
