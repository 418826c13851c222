import { sql } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import { citedFacts } from "../../domain/cited-facts";
import { headlineOf } from "../../domain/headline";
import type { LocationFacts } from "../../domain/location";
import type { StoredSource } from "../../domain/open-sources";
import { statusAfter } from "../../domain/review";
import { chanceOf } from "../../domain/synthetic/chance";
import {
  blocksOf,
  type SyntheticBlock,
  type SyntheticIncident,
  syntheticBlock,
} from "../../domain/synthetic/synthetic-block";
import { syntheticPlaces } from "../../domain/synthetic/synthetic-places";
import { STEP_REASONS } from "../../domain/synthetic/synthetic-review";
import type { ReviewStatus } from "../../domain/vocabulary";
import type { Entry } from "../append-revision";
import { readGazetteer } from "../gazetteer/read-gazetteer";
import { hasTable } from "../has-table";
import { incidentRows } from "../incident-rows";
import { addedSource } from "../insert-source";
import { locationFacts } from "../location-facts";
import { manyIncidents } from "../many-incidents";
import type { TableRow } from "../many-rows";
import type { Db, Store } from "../store";
import { withOrigins } from "../with-origins";

const SYNTHETIC_WRITER: Actor = { id: "synthetic", role: "admin", from: "ledger generate" };
/** Who reviews what was generated: somebody else than logs it. */
export const SYNTHETIC_REVIEWER: Actor = {
  id: "synthetic_reviewer",
  role: "reviewer",
  from: "ledger generate",
};

/** What every generated incident's first entry in the log says. */
const REASON = "Synthetic: it never happened";

/** Blocks a transaction: each one writes pages all over every index, so that few are fast. */
const BLOCKS = { sqlite: 1000, postgres: 50 };
/** Blocks whose rows are held before they are written. */
const BLOCKS_AT_ONCE = 10;

/**
 * Fills a ledger that holds no incident with synthetic ones, the same for the same number and seed, on both engines:
 * incidents with all that belongs to them, the sources they cite, their verified versions, and the log of how they
 * were logged and reviewed. All of them stay internal. Needs the gazetteer.
 * Written in several transactions: interrupted, it leaves a sound ledger of fewer incidents.
 * `incidents`: 1..2,000,000; `seed`: 0..2³²-1; `onProgress` is told again and again how many there are.
 * Throws as `refuseUnlessEmpty` does.
 */
export async function generateIncidents(
  store: Store,
  { incidents, seed }: { incidents: number; seed: number },
  onProgress: (done: number) => void = () => undefined,
): Promise<void> {
  const gazetteer = readGazetteer();
  const places = syntheticPlaces(gazetteer);
  const locations = await locationFacts(
    store,
    store.read,
    gazetteer.map(({ id }) => id),
  );
  const makeBlock = (number: number) => syntheticBlock({ seed, incidents }, number, places);
  const blocks = blocksOf(incidents);
  const step = BLOCKS[store.dialect];
  await keepInMemory(store, CACHE_KIB);
  let done = 0;
  for (let from = 0; from < blocks; from += step) {
    done += await store.tx(async (db) => {
      if (from === 0) await refuseUnlessEmpty(store, db);
      const writer = openWriter(store, db, { seed, locations });
      // Blocks are made as they are written: some thousand of them would fill the memory.
      for (let number = from; number < Math.min(from + step, blocks); number++)
        onProgress(done + (await writer.write(number, makeBlock(number))));
      return writer.finish();
    });
  }
  await keepInMemory(store, USUAL_CACHE_KIB);
}

/** For the writing connection of SQLite: ids are random, so that every index is written all over. */
async function keepInMemory(store: Store, kib: number): Promise<void> {
  if (store.dialect === "sqlite")
    await store.tx(async (db) => db.run(sql.raw(`pragma cache_size = -${kib}`)));
}

const CACHE_KIB = 1_000_000;
const USUAL_CACHE_KIB = 16_000;

/** Throws where a database, of whatever version, holds an incident. */
export async function refuseUnlessEmpty(store: Store, db: Db = store.read): Promise<void> {
  const { incident } = store.t;
  if (!(await hasTable(store, "incident"))) return;
  const some = await db.select({ id: incident.id }).from(incident).limit(1);
  if (some.length > 0)
    throw new Error("it holds incidents already, and only a database without any is filled");
}

type Log = (entry: Entry, at: number, actor: Actor) => void;

/** Writes block after block inside one transaction, and says how many incidents; `finish` writes what is left. */
function openWriter(
  store: Store,
  db: Db,
  { seed, locations }: { seed: number; locations: ReadonlyMap<string, LocationFacts> },
) {
  const many = manyIncidents(store, db);
  let count = 0;
  return {
    async write(number: number, { sources, incidents }: SyntheticBlock) {
      // As reproducible as all the rest, salts too.
      const chance = chanceOf(seed, 3, number);
      const randomBytes = (length: number) => Buffer.from(chance.hex(length), "hex");
      const log: Log = (entry, at, actor) => many.log(entry, actor, { now: () => at, randomBytes });
      for (const { source, at } of sources) {
        many.addSource(source, at);
        log(addedSource(source), at, SYNTHETIC_WRITER);
      }
      const byId = new Map(sources.map(({ source }) => [source.id, source]));
      for (const incident of incidents) {
        const { rows, verified } = writtenIncident(incident, byId, locations, log);
        many.addIncident(rows, verified ? 1 : null);
        many.add("verifiedVersion", verified ? [verified] : []);
      }
      count += incidents.length;
      if (number % BLOCKS_AT_ONCE === 0) await many.write();
      return count;
    },
    async finish() {
      await many.write();
      return count;
    },
  };
}

/** An incident as it stands after the steps of its review, with the entries that say how it came to that. */
function writtenIncident(
  { id, ref, at, document, steps }: SyntheticIncident,
  sources: ReadonlyMap<string, StoredSource>,
  locations: ReadonlyMap<string, LocationFacts>,
  log: Log,
) {
  const headline = headlineOf(document, citedFacts([...sources.values()]), locations);
  const thing = { entity: "incident", entityId: id } as const;
  log(
    { ...thing, action: "log", version: 1, reason: REASON, before: null, after: document },
    at,
    SYNTHETIC_WRITER,
  );
  let reviewStatus: ReviewStatus = "draft";
  let verified: TableRow<"verifiedVersion"> | null = null;
  for (const [n, { step, at: takenAt }] of steps.entries()) {
    const version = n + 2;
    const before: ReviewStatus = reviewStatus;
    reviewStatus = statusAfter(before, step) ?? before;
    const retractedReason = STEP_REASONS.retract;
    const also =
      step === "verify" ? { verifiedNumber: 1 } : step === "retract" ? { retractedReason } : {};
    log(
      {
        ...thing,
        action: step,
        version,
        reason: STEP_REASONS[step],
        before: { reviewStatus: before },
        after: { reviewStatus, ...also },
      },
      takenAt,
      step === "submit" ? SYNTHETIC_WRITER : SYNTHETIC_REVIEWER,
    );
    if (step === "verify")
      verified = {
        incidentId: id,
        number: 1,
        version,
        document,
        sources: withOrigins(
          document.claims.map(({ sourceId }) => sourceId),
          sources,
        ),
        verifiedAt: takenAt,
        verifiedBy: SYNTHETIC_REVIEWER.id,
        bySamePerson: false,
        edition: null,
        publishedAt: null,
        closed: [],
      };
  }
  const facts = {
    id,
    ref,
    version: steps.length + 1,
    reviewStatus,
    retractedReason: reviewStatus === "retracted" ? STEP_REASONS.retract : null,
    editedBy: SYNTHETIC_WRITER.id,
    editedAt: at,
    createdAt: at,
    updatedAt: steps.at(-1)?.at ?? at,
  };
  return { rows: incidentRows(facts, document, headline, locations), verified };
}
