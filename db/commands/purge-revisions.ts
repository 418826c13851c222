import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { DomainError } from "../../domain/errors";
import { readReason } from "../../domain/read-reason";
import { appendRevision } from "../append-revision";
import { type Clock, systemClock } from "../clock";
import { guardReason } from "../guard-texts";
import type { Store } from "../store";

const MAX_ENTRIES = 1_000;
/** What both engines keep in the column. */
const MAX_SEQ = 2 ** 31 - 1;

/**
 * Empties the content of entries of the log, where personal data has leaked into it, all or none. The entries stay,
 * visibly empty, the chain stays whole, and each is followed by an entry that says who emptied it and why.
 * The salt goes too: with it, whoever knows most of the content could try out the rest against the digest.
 * Returns whether the text is gone from the files as well, as `Store.vacuum` says; backups are not reached.
 * The reason is part of the chain and stays, so no likely name can be kept in it.
 * Errors: `entry.not_found`, `entry.already_empty`, `entry.is_purge`, `entry.too_many`; InvalidInput (reason).
 */
export async function purgeRevisions(
  store: Store,
  input: { entries: readonly number[]; reason: string },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ erased: boolean }> {
  authorise(actor, "log.purge");
  const reason = readReason(input.reason, { required: true });
  const entries = [...new Set(input.entries)];
  if (entries.length > MAX_ENTRIES) throw new DomainError("entry.too_many", { max: MAX_ENTRIES });
  const impossible = entries.find((seq) => !Number.isInteger(seq) || seq < 1 || seq > MAX_SEQ);
  if (impossible !== undefined) throw new DomainError("entry.not_found", { seq: impossible });
  const { revision } = store.t;
  await store.tx(async (db) => {
    const entity = { entity: "entry", entityId: String(entries[0] ?? "") } as const;
    await guardReason(store, db, { reason }, entity, actor, clock);
    for (const seq of entries) {
      const [row] = await db
        .select({ action: revision.action, payload: revision.payload })
        .from(revision)
        .where(eq(revision.seq, seq));
      if (!row) throw new DomainError("entry.not_found", { seq });
      if (row.action === "purge") throw new DomainError("entry.is_purge", { seq });
      if (row.payload === null) throw new DomainError("entry.already_empty", { seq });
      await db.update(revision).set({ payload: null, salt: "" }).where(eq(revision.seq, seq));
      await appendRevision(
        store,
        db,
        {
          action: "purge",
          entity: "entry",
          entityId: String(seq),
          version: null,
          reason,
          before: null,
          after: null,
        },
        actor,
        clock,
      );
    }
  });
  return { erased: await store.vacuum() };
}
