import { openStore } from "../db/client";
import { publishPending } from "../db/commands/publish-pending";
import { publicUrlOf } from "../db/public-store";
import { generateIncidents, refuseUnlessEmpty } from "../db/seed/generate-incidents";
import { publishGenerated } from "../db/seed/publish-generated";
import { seedGazetteer } from "../db/seed/seed-gazetteer";
import type { Store } from "../db/store";
import { storedProfile } from "../db/stored-profile";
import { MAX_INCIDENTS } from "../domain/synthetic/synthetic-block";
import { grouped } from "./grouped";
import { indexIncidents } from "./index-incidents";
import { withPublic } from "./open-both";
import { Misunderstood } from "./outcome";
import { withProgress } from "./with-progress";

const MAX_SEED = 2 ** 32 - 1;
/** Each takes some hundredths of a second: a million would take a night. */
const MAX_PUBLIC = 20_000;

type Wanted = { incidents: number; seed: number; published: number };

/** Fills a database without incidents with synthetic ones; returns the line to print. */
export async function generate(
  databaseUrl: string,
  given: { incidents?: unknown; seed?: unknown; public?: unknown },
): Promise<string> {
  const wanted = {
    incidents: readNumber("--incidents", given.incidents, 1, MAX_INCIDENTS),
    seed: readNumber("--seed", given.seed ?? "1", 0, MAX_SEED),
    published: readNumber("--public", given.public ?? "0", 0, MAX_PUBLIC),
  };
  const store = await openStore(databaseUrl);
  try {
    if ((await storedProfile(store)) === "public")
      throw new Error("it is a public store: name the ledger it was made from");
    await refuseUnlessEmpty(store);
    await store.migrate();
    await seedGazetteer(store);
    const published = await fill(store, wanted, publicUrlOf(databaseUrl));
    const { incidents, seed } = wanted;
    return `Generated with seed ${seed}: synthetic incidents: ${grouped(incidents)}, public: ${grouped(published)}. Visitors see only the public ones; sign in to see all.`;
  } finally {
    await store.close();
  }
}

/** In steps, each with a line that says how far it is; returns how many are public. */
async function fill(
  store: Store,
  { incidents, seed, published }: Wanted,
  publicUrl: string,
): Promise<number> {
  await withProgress("Generated", (at) =>
    generateIncidents(store, { incidents, seed }, (done) => at(done, incidents)),
  );
  await indexIncidents(store);
  if (published === 0) return 0;
  const count = await withProgress("Decided to publish", (at) =>
    publishGenerated(store, { count: published, seed }, (done) => at(done, published)),
  );
  await withPublic(store, publicUrl, publishPending);
  return count;
}

function readNumber(option: string, typed: unknown, min: number, max: number): number {
  const text = typed === undefined ? "" : String(typed);
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= min && number <= max) return number;
  const range = `${option} takes a whole number from ${min} to ${grouped(max)}`;
  throw new Misunderstood(text === "" ? `${range}.` : `${range}, not ${JSON.stringify(text)}.`);
}
