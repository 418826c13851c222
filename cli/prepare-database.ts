import { openStore } from "../db/client";
import { publishAnew, publishPending } from "../db/commands/publish-pending";
import { forgetOldAddresses } from "../db/forget-old-addresses";
import { hasEntriesOfThisEdition } from "../db/incident-entries";
import { pendingMigrations } from "../db/pending-migrations";
import { publicUrlOf } from "../db/public-store";
import { wantsSamples } from "../db/sample-cases";
import { seedGazetteer } from "../db/seed/seed-gazetteer";
import type { Store } from "../db/store";
import { storedProfile } from "../db/stored-profile";
import { indexIncidents } from "./index-incidents";
import { withPublic } from "./open-both";

/** What was done to the database: each number is 0 where there was nothing left to do. */
type Prepared = { migrations: number; places: number; sampleCases: number };

/**
 * Brings the database and the public store beside it up to date, forgets old network addresses, loads the places, and
 * the sample cases where it holds no incident yet; does what was decided about publication and not yet done.
 * Refuses a public store: it is served with LEDGER_MODE=public, and nothing else is done with it.
 */
export async function prepareDatabase(databaseUrl: string): Promise<Prepared> {
  const store = await openStore(databaseUrl);
  try {
    if ((await storedProfile(store)) === "public")
      throw new Error("it is a public store: serve it with LEDGER_MODE=public");
    const migrations = await store.migrate();
    await store.tx((db) => forgetOldAddresses(store, db, Date.now()));
    const places = await seedGazetteer(store);
    await indexIncidents(store);
    const sampleCases = (await wantsSamples(store, store.read)) ? await seedSamples(store) : 0;
    await preparePublic(store, publicUrlOf(databaseUrl), places > 0);
    return { migrations, places, sampleCases };
  } finally {
    await store.close();
  }
}

/** Loaded only where there is something to log: all that a case is written by would have every start wait. */
async function seedSamples(store: Store): Promise<number> {
  const { seedSampleCases } = await import("../db/seed/seed-sample-cases");
  return seedSampleCases(store);
}

/** A store of new places is made anew: those that were published have their names from before. */
async function preparePublic(internal: Store, url: string, isAnew: boolean): Promise<void> {
  await withPublic(internal, url, async (stores) => {
    if (isAnew) await publishAnew(stores, { id: "start", role: "admin" });
    await publishPending(stores);
  });
}

/** Makes sure that a database may be served as a public site. */
export async function checkPublicSite(databaseUrl: string): Promise<void> {
  const store = await openStore(databaseUrl, { profile: "public", readOnly: true });
  try {
    if ((await storedProfile(store)) !== "public")
      throw new Error("it is no public store, and only one may be served with LEDGER_MODE=public");
    // It is read only, so that nothing can bring it up to date here.
    const pending = await pendingMigrations(store);
    if (pending < 0)
      throw new Error("a newer version of the program made it: serve it with that version");
    // Its entries and words may be made otherwise though its tables are the same: searches would find too little.
    if (pending > 0 || !(await hasEntriesOfThisEdition(store, store.read)))
      throw new Error(
        "an older version of the program made it: run `npm run ledger -- publish --rebuild` with this version where the ledger is, and copy it again",
      );
  } finally {
    await store.close();
  }
}
