import { openStore } from "../db/client";
import { seedGazetteer } from "../db/seed/seed-gazetteer";
import { seedSampleCases } from "../db/seed/seed-sample-cases";

/** What was done to the database: each number is 0 where there was nothing left to do. */
type Prepared = { migrations: number; places: number; sampleCases: number };

/** Brings the database up to date, loads the places, and the sample cases where it holds no incident yet. */
export async function prepareDatabase(databaseUrl: string): Promise<Prepared> {
  const store = await openStore(databaseUrl);
  try {
    const migrations = await store.migrate();
    const places = await seedGazetteer(store);
    const sampleCases = await seedSampleCases(store);
    return { migrations, places, sampleCases };
  } finally {
    await store.close();
  }
}
