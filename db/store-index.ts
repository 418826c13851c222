import { setImmediate } from "node:timers/promises";
import { gt, inArray, sql } from "drizzle-orm";
import { blockOfNumber } from "../domain/incident-index/block-format";
import {
  emptyIncidentIndex,
  type IncidentIndex,
  numbersOf,
} from "../domain/incident-index/incident-index";
import type { Matching } from "../domain/incident-index/match-filter";
import { TurnOver } from "../domain/incident-index/sum-over";
import { type EntryChange, startChanges } from "../domain/incident-index/take-changes";
import { allBlocks, lastNumber, linesOfBlocks, MOST_LINES, readLines } from "./entry-lines";
import type { Version } from "./kept-index";
import { keptQuery } from "./kept-query";
import type { Db, Snapshot, Store } from "./store";

/**
 * One moment of a store: its rows, and its index as of the same moment, whichever process wrote last.
 * `ask`: computes an answer from the index at once; with a `key` it is kept for all that ask the same of the same
 * moment. `askInTurns`: the same for what takes milliseconds: others have their turn before it, and between what has to
 * be summed for it the first time; not once the store was written meanwhile too often, since all has to be asked again
 * then. `knows`: whether the answer of a key is kept. `matchings`: those of this moment by their filters.
 */
export type Moment = {
  db: Db;
  version: Version;
  knows(key: string): boolean;
  ask<A>(answer: (index: IncidentIndex) => A, key?: string): A;
  matchings: Map<string, Promise<Matching>>;
  askInTurns<A>(answer: (index: IncidentIndex) => A, key?: string): Promise<A>;
};

const GIVES_WAY = 3;
/** An answer has so many turns at most: others may have taken away meanwhile what was summed for it. */
const MOST_TURNS = 30;

/** Runs reads that belong to one moment. `work` may run again where the store is written meanwhile. */
export async function atOneMoment<T>(
  store: Store,
  work: (moment: Moment) => Promise<T>,
): Promise<T> {
  for (let times = 0; ; times++) {
    try {
      return await store.snapshot((db) => inMoment(store, db, work, times));
    } catch (error) {
      if (!(error instanceof MovedOn)) throw error;
    }
  }
}

/** The same, leaving the snapshot open for more reads of that moment; whoever gets it must close it. */
export async function openMoment<T>(
  store: Store,
  work: (moment: Moment) => Promise<T>,
): Promise<{ found: T; snapshot: Snapshot }> {
  for (let times = 0; ; times++) {
    const snapshot = await store.openSnapshot();
    try {
      return { found: await inMoment(store, snapshot.db, work, times), snapshot };
    } catch (error) {
      await snapshot.close();
      if (!(error instanceof MovedOn)) throw error;
    }
  }
}

async function inMoment<T>(
  store: Store,
  db: Db,
  work: (moment: Moment) => Promise<T>,
  times: number,
): Promise<T> {
  const { kept } = store;
  const version = await readVersion(store, db);
  await bringInLine(store, db, version);
  const { index } = kept;
  // Where it failed to follow a change it was built anew, maybe as of the same version, with other slots.
  const isCurrent = () => kept.index === index && isSame(kept.version, version);
  const ask: Moment["ask"] = (answer, key) => {
    if (!isCurrent()) throw new MovedOn();
    if (key === undefined) return answer(index);
    if (!kept.answers.has(key)) {
      if (kept.answers.size >= MAX_ANSWERS) kept.answers.delete(kept.answers.keys().next().value!);
      kept.answers.set(key, answer(index));
    }
    return kept.answers.get(key) as ReturnType<typeof answer>;
  };
  return work({
    db,
    version,
    matchings: new Map(),
    knows: (key) => isCurrent() && kept.answers.has(key),
    ask,
    async askInTurns(answer, key) {
      for (let turns = 0; ; turns++) {
        const isPatient = times < GIVES_WAY && turns < MOST_TURNS && index.slots > kept.few;
        if (isPatient) await setImmediate();
        try {
          return ask(() => inOneTurn(index, isPatient ? kept.newTurn() : null, answer), key);
        } catch (error) {
          if (!(error instanceof TurnOver)) throw error;
        }
      }
    },
  });
}

function inOneTurn<A>(
  index: IncidentIndex,
  turn: IncidentIndex["turn"],
  answer: (index: IncidentIndex) => A,
): A {
  index.turn = turn;
  try {
    return answer(index);
  } finally {
    index.turn = null;
  }
}

/** The index tells of a later moment than the snapshot. */
class MovedOn extends Error {}

const MAX_ANSWERS = 400;

const COUNTS = keptQuery(({ t: { ledgerState } }, db) =>
  db
    .select()
    .from(ledgerState)
    .where(inArray(ledgerState.key, ["entry_change", "entry_removal"]))
    .prepare(),
);

/** How often the entries were written and deleted. */
export async function readVersion(store: Store, db: Db): Promise<Version> {
  const rows = await COUNTS(store, db).execute();
  const countOf = (key: string) => Number(rows.find((row) => row.key === key)?.value ?? 0);
  return { change: countOf("entry_change"), removal: countOf("entry_removal") };
}

function isSame(a: Version | null, b: Version): boolean {
  return a !== null && a.change === b.change && a.removal === b.removal;
}

/** One after the other; where it fails the index is begun anew. */
async function bringInLine(store: Store, db: Db, to: Version): Promise<void> {
  const { kept } = store;
  const turn = kept.last.then(async () => {
    const from = kept.version;
    if (from !== null && from.change >= to.change && from.removal >= to.removal) return;
    kept.version = null;
    kept.answers.clear();
    if (from === null) kept.index = emptyIncidentIndex();
    await takeChanges(store, db, from ?? { change: -1, removal: to.removal }, to);
    kept.version = to;
  });
  kept.last = turn.catch(() => undefined);
  await turn;
}

async function takeChanges(store: Store, db: Db, from: Version, to: Version): Promise<void> {
  const { index } = store.kept;
  if (from.change < 0) return takeAll(store, db);
  const changes = startChanges(index);
  if (from.removal !== to.removal) changes.put(await goneNumbers(store, db));
  for await (const batch of changedLines(store, db, from.change)) {
    changes.put(batch);
    if (batch.length === MOST_LINES) await setImmediate();
  }
  changes.finish();
}

/** All entries into an index that has none: block by block, and line by line what has no block. */
async function takeAll(store: Store, db: Db): Promise<void> {
  const last = await lastNumber(store, db);
  const changes = startChanges(store.kept.index, { expected: last });
  let next = 0;
  for await (const batch of allBlocks(store, db)) {
    for (const { number, packed } of batch) {
      await takeLines(store, db, changes, { from: next, to: number });
      const isTaken = changes.putBlock(packed);
      next = isTaken ? number + 1 : number;
    }
    await setImmediate();
  }
  await takeLines(store, db, changes, { from: next, to: blockOfNumber(last) + 1 });
  changes.finish();
}

/** The lines of some blocks, `to` not among them. */
async function takeLines(
  store: Store,
  db: Db,
  changes: ReturnType<typeof startChanges>,
  { from, to }: { from: number; to: number },
): Promise<void> {
  if (from >= to) return;
  for await (const batch of linesOfBlocks(store, db, from, to)) {
    changes.put(batch);
    await setImmediate();
  }
}

/** Those that changed since. Their numbers first: asked for both, SQLite would go through all entries. */
async function* changedLines(store: Store, db: Db, since: number): AsyncGenerator<EntryChange[]> {
  const { number, change } = store.t.incidentEntry;
  const [found] = await db
    .select({ all: sql<string | null>`string_agg(cast(${number} as text), ' ')` })
    .from(store.t.incidentEntry)
    .where(gt(change, since));
  const numbers = found?.all ? found.all.split(" ").map(Number) : [];
  for (let at = 0; at < numbers.length; at += MOST_LINES)
    yield await readLines(store, db, inArray(number, numbers.slice(at, at + MOST_LINES)));
}

/** Entries that the index has and the store no more. */
async function goneNumbers({ t, kept }: Store, db: Db): Promise<EntryChange[]> {
  const { number } = t.incidentEntry;
  const [found] = await db
    .select({ all: sql<string | null>`string_agg(cast(${number} as text), ' ')` })
    .from(t.incidentEntry);
  const there = new Set((found?.all ?? "").split(" ").map(Number));
  return numbersOf(kept.index)
    .filter((known) => !there.has(known))
    .map((gone) => ({ number: gone, facts: null }));
}
