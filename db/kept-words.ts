import { and, eq } from "drizzle-orm";
import type { Actor } from "../domain/actor";
import type { Keep } from "../domain/keep";
import { nameKey } from "../domain/personal-data/name-key";
import type { RevisionEntity } from "../domain/revision";
import { appendRevision, type Entry, sha256 } from "./append-revision";
import type { Clock } from "./clock";
import type { Db, Store } from "./store";

/**
 * What kept words belong to: the content of a thing, or the reasons that are given for what is done to it.
 * A name kept in a reason, which few read, is thereby not kept in what may be published.
 */
export type KeptOn = { entity: RevisionEntity; entityId: string; part: "content" | "reason" };

/** Words that are newly kept, and where. */
export type KeptWords = KeptOn & Keep;

/** Stores what is newly kept, by whom and why, with one entry in the log for each thing. */
export async function recordKept(
  store: Store,
  db: Db,
  kept: readonly KeptWords[],
  actor: Actor,
  clock: Clock,
): Promise<void> {
  const { marks, entries } = keptRows(kept, actor, clock);
  for (const mark of marks) await db.insert(store.t.keptMark).values(mark).onConflictDoNothing();
  for (const entry of entries) await appendRevision(store, db, entry, actor, clock);
}

/** The rows of what is newly kept, and what the log says of it: one entry for each thing. */
export function keptRows(kept: readonly KeptWords[], actor: Actor, clock: Clock) {
  const marks = kept.map((one) => ({
    entity: storedEntity(one),
    entityId: one.entityId,
    digest: digestOf(one.kind, one.words),
    kind: one.kind,
    reason: one.reason,
    at: clock.now(),
    by: actor.id,
  }));
  const things = new Map(kept.map((one) => [`${one.entity} ${one.entityId}`, one]));
  const entries = [...things.values()].map(({ entity, entityId }): Entry => {
    const ofThing = kept.filter((one) => one.entity === entity && one.entityId === entityId);
    const after = { kept: ofThing.map(({ kind, words, reason }) => ({ kind, words, reason })) };
    return {
      action: "keep_words",
      entity,
      entityId,
      version: null,
      reason: "",
      before: null,
      after,
    };
  });
  return { marks, entries };
}

/** Who keeps which words of something, why and since when, by the digest of the words. */
export async function keptDigests(
  store: Store,
  db: Db,
  on: readonly KeptOn[],
): Promise<Map<string, { reason: string; at: number; by: string }>> {
  const { keptMark } = store.t;
  const kept = new Map<string, { reason: string; at: number; by: string }>();
  for (const one of on) {
    const rows = await db
      .select({
        digest: keptMark.digest,
        reason: keptMark.reason,
        at: keptMark.at,
        by: keptMark.by,
      })
      .from(keptMark)
      .where(and(eq(keptMark.entity, storedEntity(one)), eq(keptMark.entityId, one.entityId)));
    for (const { digest, ...rest } of rows) kept.set(digest, rest);
  }
  return kept;
}

/** Tells equal words of a kind, however they are spaced, accented or capitalised: SHA-256, hexadecimal. */
export function digestOf(kind: Keep["kind"], words: string): string {
  return sha256(`${kind} ${nameKey(words)}`);
}

function storedEntity({ entity, part }: KeptOn): string {
  return part === "content" ? entity : `${entity}_reason`;
}
