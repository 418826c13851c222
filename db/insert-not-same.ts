import { and, eq } from "drizzle-orm";
import type { Actor } from "../domain/actor";
import type { Keep } from "../domain/keep";
import { appendRevision } from "./append-revision";
import { bothIncidents } from "./both-incidents";
import type { Clock } from "./clock";
import { guardReason } from "./guard-texts";
import type { Db, Store } from "./store";

/**
 * Writes the decision that two incidents are not the same, inside the transaction; deciding again replaces the reason,
 * unless `replaces` is false.
 * Returns null where it stands there and nothing is replaced, else its id, both incidents' ids in order, the reason that
 * stood there, null for none, and the number of its entry in the log.
 * Errors: `incident.not_found`, `link.to_itself`, InvalidInput of the personal-data guard.
 */
export async function insertNotSame(
  store: Store,
  db: Db,
  input: {
    from: string;
    to: string;
    reason: string;
    keep?: readonly Keep[];
    replaces?: boolean;
  },
  actor: Actor,
  clock: Clock,
): Promise<{ id: string; before: string | null; seq: number } | null> {
  const { from, to, reason, keep, replaces = true } = input;
  const { fromId, toId } = await bothIncidents(store, db, input);
  const [firstId, secondId] = [fromId, toId].sort() as [string, string];
  const id = `${firstId} ${secondId}`;
  const { notSameDecision } = store.t;
  const [there] = await db
    .select({ reason: notSameDecision.reason })
    .from(notSameDecision)
    .where(and(eq(notSameDecision.firstId, firstId), eq(notSameDecision.secondId, secondId)));
  if (there && (there.reason === reason || !replaces)) return null;
  const thing = { entity: "link", entityId: id } as const;
  await guardReason(store, db, { reason, keep }, thing, actor, clock);
  const decision = { reason, decidedAt: clock.now(), decidedBy: actor.id };
  await db
    .insert(notSameDecision)
    .values({ firstId, secondId, ...decision })
    .onConflictDoUpdate({
      target: [notSameDecision.firstId, notSameDecision.secondId],
      set: decision,
    });
  const before = there ? { from, to, reason: there.reason } : null;
  const seq = await appendRevision(
    store,
    db,
    { ...thing, action: "not_same", version: null, reason, before, after: { from, to } },
    actor,
    clock,
  );
  return { id, before: there?.reason ?? null, seq };
}
