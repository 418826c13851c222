import { hash as digest } from "node:crypto";
import { desc } from "drizzle-orm";
import { type Actor, originOf } from "../domain/actor";
import type { RevisionAction, RevisionEntity } from "../domain/revision";
import type { Clock } from "./clock";
import { keptQuery } from "./kept-query";
import type { Db, Store } from "./store";

export type Entry = {
  action: RevisionAction;
  entity: RevisionEntity;
  entityId: string;
  version: number | null;
  reason: string;
  before: unknown;
  after: unknown;
};

/**
 * Writes one entry of the log, inside the transaction of the write it records; returns its number.
 * The chain: `hash` covers every column of the entry, the hash before it and a salted digest of its payload,
 * so that a payload can later be emptied without breaking the chain. The head is kept beside the log.
 */
export async function appendRevision(
  store: Store,
  db: Db,
  entry: Entry,
  actor: Actor,
  clock: Clock,
): Promise<number> {
  const row = revisionRow(entry, actor, clock, await readLast(store, db));
  await db.insert(store.t.revision).values(row);
  await keepHead(store, db, row);
  return row.seq;
}

/** An entry as the row that follows `last` in the chain; null where it is the first. */
export function revisionRow(entry: Entry, actor: Actor, clock: Clock, last: LogHead | null) {
  const payload = JSON.stringify({ before: entry.before, after: entry.after });
  const salt = Buffer.from(clock.randomBytes(16)).toString("hex");
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: clock.now(),
    actor: actor.id,
    action: entry.action,
    entity: entry.entity,
    entityId: entry.entityId,
    version: entry.version,
    reason: entry.reason,
    origin: originOf(actor),
    salt,
    payloadDigest: sha256(salt + payload),
    previousHash: last?.hash ?? "",
  };
  return { ...row, payload, hash: chainHash(row) };
}

const LAST = keptQuery(({ t: { revision } }, db) =>
  db
    .select({ seq: revision.seq, hash: revision.hash })
    .from(revision)
    .orderBy(desc(revision.seq))
    .limit(1)
    .prepare(),
);

/** The entry that was appended last; null where the log is empty. */
export async function readLast(store: Store, db: Db): Promise<LogHead | null> {
  const [last] = await LAST(store, db).execute();
  return last ?? null;
}

/** Keeps the head beside the log, in the transaction that appended it. */
export async function keepHead(store: Store, db: Db, { seq, hash }: LogHead): Promise<void> {
  const { ledgerState } = store.t;
  const value = writeHead({ seq, hash });
  await db
    .insert(ledgerState)
    .values({ key: HEAD_KEY, value })
    .onConflictDoUpdate({ target: ledgerState.key, set: { value } });
}

/** The last entry of a log: to know it is to notice whatever is done to the entries before it. */
export type LogHead = { seq: number; hash: string };

/** Where the ledger's state keeps the head, in the written form. */
export const HEAD_KEY = "log_head";

/** "57 3fa9…": what `readHead` reads. */
export function writeHead({ seq, hash }: LogHead): string {
  return `${seq} ${hash}`;
}

/** Null where the text is no head. */
export function readHead(text: string): LogHead | null {
  const found = /^(\d{1,10}) ([0-9a-f]{64})$/.exec(text);
  return found && { seq: Number(found[1]), hash: found[2]! };
}

/** The columns of an entry that its hash covers. */
export type ChainedColumns = {
  seq: number;
  at: number;
  actor: string;
  action: string;
  entity: string;
  entityId: string;
  version: number | null;
  reason: string;
  origin: string;
  payloadDigest: string;
  previousHash: string;
};

/** SHA-256, hexadecimal, over the columns in a fixed order. The oldest entries have no origin and are hashed without one. */
export function chainHash(row: ChainedColumns): string {
  return sha256(
    JSON.stringify([
      row.seq,
      row.at,
      row.actor,
      row.action,
      row.entity,
      row.entityId,
      row.version,
      row.reason,
      row.payloadDigest,
      row.previousHash,
      ...(row.origin === "" ? [] : [row.origin]),
    ]),
  );
}

export function sha256(text: string): string {
  return digest("sha256", text);
}
