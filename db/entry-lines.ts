import { and, gt, gte, lt, type SQL, sql } from "drizzle-orm";
import { BLOCK_SIZE } from "../domain/incident-index/block-format";
import { FIELD_MARK } from "../domain/incident-index/incident-facts";
import type { EntryChange } from "../domain/incident-index/take-changes";
import type { Db, Store } from "./store";

/** So many entries are read at once; then others have their turn. */
export const MOST_LINES = 4_000;

/** So many blocks are read at once, of some 40 kB each. */
const MOST_BLOCKS = 32;

/** The highest number of an entry, 0 where there is none. */
export async function lastNumber({ t }: Store, db: Db): Promise<number> {
  const { number } = t.incidentEntry;
  const [highest] = await db
    .select({ number: sql<number>`coalesce(max(${number}), 0)`.mapWith(Number) })
    .from(t.incidentEntry);
  return highest!.number;
}

/** The blocks that there are, in their order. A store for viewers has none. */
export async function* allBlocks(
  { t }: Store,
  db: Db,
): AsyncGenerator<{ number: number; packed: Uint8Array }[]> {
  const { number } = t.incidentBlock;
  for (let last = -1; ; ) {
    const batch = await db
      .select()
      .from(t.incidentBlock)
      .where(gt(number, last))
      .orderBy(number)
      .limit(MOST_BLOCKS);
    yield batch;
    if (batch.length < MOST_BLOCKS) return;
    last = batch.at(-1)!.number;
  }
}

/** The entries of some blocks, `to` not among them, in the order of their numbers. */
export async function* linesOfBlocks(
  store: Store,
  db: Db,
  from: number,
  to: number,
): AsyncGenerator<EntryChange[]> {
  const { number } = store.t.incidentEntry;
  for (let next = from * BLOCK_SIZE; ; ) {
    const asked = and(gte(number, next), lt(number, to * BLOCK_SIZE))!;
    const batch = await readLines(store, db, asked);
    yield batch;
    if (batch.length < MOST_LINES) return;
    next = batch.at(-1)!.number + 1;
  }
}

/** The first entries of those that are asked for, at most `MOST_LINES`: as one text, which is quicker than rows. */
export async function readLines({ t }: Store, db: Db, asked: SQL): Promise<EntryChange[]> {
  const { number, facts } = t.incidentEntry;
  const batch = db
    .select({ line: sql<string>`${number} || ${FIELD_MARK} || ${facts}`.as("line") })
    .from(t.incidentEntry)
    .where(asked)
    .orderBy(number)
    .limit(MOST_LINES)
    .as("batch");
  const [found] = await db
    .select({ lines: sql<string | null>`string_agg(${batch.line}, ${LINE_END})` })
    .from(batch);
  const changes = (found?.lines ?? "").split(LINE_END).filter(Boolean).map(toChange);
  return changes.sort((a, b) => a.number - b.number);
}

const LINE_END = "\n";

function toChange(line: string): EntryChange {
  const end = line.indexOf(FIELD_MARK);
  const facts = line.slice(end + 1);
  return { number: Number(line.slice(0, end)), facts: facts === "" ? null : facts };
}
