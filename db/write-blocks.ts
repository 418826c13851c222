import { setImmediate, setTimeout } from "node:timers/promises";
import { inArray, sql } from "drizzle-orm";
import { blockOfNumber, isOfEdition, isWholeBlock } from "../domain/incident-index/block-format";
import { type FactsLine, packBlock } from "../domain/incident-index/pack-block";
import { packedOf } from "../domain/incident-index/packed";
import { lastNumber, linesOfBlocks } from "./entry-lines";
import type { Db, Store } from "./store";

/** So many are written in one transaction: whoever saves meanwhile waits some hundredths of a second. */
const AT_ONCE = 4;
const LOOKED_AT = 32;
/** In milliseconds, before it is tried again where another process writes. */
const BUSY_WAIT = 2_000;

/**
 * Packs the blocks that are missing or of another edition, and with `looksInside` those that are damaged, so that the
 * next program that opens the store builds its index from them: a few at a time and, with `pause`, no longer than others
 * have their turn between. Ends early when the store closes. Returns how many it wrote.
 */
export async function writeMissingBlocks(
  store: Store,
  { pause = false, looksInside = true }: { pause?: boolean; looksInside?: boolean } = {},
): Promise<number> {
  const { closing } = store;
  if (closing.aborted) return 0;
  const missing = await missingBlocks(store, looksInside);
  let written = 0;
  for (let at = 0; at < missing.length && !closing.aborted; ) {
    const began = performance.now();
    const some = missing.slice(at, at + AT_ONCE);
    const count = await store.txIfFree((db) => writeBlocks(store, db, some));
    if (count !== null) {
      at += AT_ONCE;
      written += count;
    }
    const took = count === null ? BUSY_WAIT : pause ? performance.now() - began : 0;
    // What runs beside a program must not keep it from ending.
    await setTimeout(took, undefined, { signal: closing, ref: !pause }).catch(() => undefined);
  }
  return written;
}

/** Those that are not there, were packed by another edition of the program, or are damaged if these are looked for. */
async function missingBlocks(store: Store, looksInside: boolean): Promise<number[]> {
  const last = await lastNumber(store, store.read);
  const past = last === 0 ? 0 : blockOfNumber(last) + 1;
  const missing: number[] = [];
  // Others have their turn between some and the next.
  for (let from = 0; from < past; from += LOOKED_AT, await setImmediate()) {
    const some = Array.from({ length: Math.min(LOOKED_AT, past - from) }, (_, at) => from + at);
    const there = looksInside
      ? await readableBlocks(store, store.read, some)
      : await currentBlocks(store, store.read, some);
    missing.push(...some.filter((block) => !there.has(block)));
  }
  return missing;
}

/** Those of this edition, by how they begin. */
async function currentBlocks({ t }: Store, db: Db, among: readonly number[]) {
  const { number, packed } = t.incidentBlock;
  const rows = await db
    .select({ number, head: sql<Buffer>`substr(${packed}, 1, 4)` })
    .from(t.incidentBlock)
    .where(inArray(number, [...among]));
  return new Set(rows.filter(({ head }) => isOfEdition(head)).map((row) => row.number));
}

/** Those of this edition that are whole. */
async function readableBlocks({ t }: Store, db: Db, among: readonly number[]) {
  const { incidentBlock } = t;
  const rows = await db
    .select()
    .from(incidentBlock)
    .where(inArray(incidentBlock.number, [...among]));
  return new Set(
    rows.filter(({ packed }) => isWholeBlock(packedOf(packed))).map(({ number }) => number),
  );
}

/** From the lines as they are in the same transaction; what somebody else wrote meanwhile is left as it is. */
async function writeBlocks(store: Store, db: Db, numbers: readonly number[]): Promise<number> {
  const { incidentBlock } = store.t;
  const there = await readableBlocks(store, db, numbers);
  let written = 0;
  for (const number of numbers) {
    if (there.has(number)) continue;
    const lines: FactsLine[] = [];
    for await (const batch of linesOfBlocks(store, db, number, number + 1))
      lines.push(...batch.flatMap(({ number: of, facts }) => (facts ? { number: of, facts } : [])));
    const packed = Buffer.from(packBlock(lines));
    await db
      .insert(incidentBlock)
      .values({ number, packed })
      .onConflictDoUpdate({ target: incidentBlock.number, set: { packed } });
    written++;
  }
  return written;
}
