import { and, eq } from "drizzle-orm";
import type { Actor } from "../domain/actor";
import type { Keep } from "../domain/keep";
import { appendRevision } from "./append-revision";
import { bothIncidents } from "./both-incidents";
import type { Clock } from "./clock";
import { guardReason } from "./guard-texts";
import type { Db, Store } from "./store";

/**
 * Writes the decision that two incidents are not the same, inside the transaction; deciding again replaces the reason.
 * Returns its id, both incidents' ids in order, or null where it stands there with the same reason.
 * Errors: `incident.not_found`, `link.to_itself`, InvalidInput of the personal-data guard.
 */
export async function insertNotSame(
  store: Store,
  db: Db,
  input: { from: string; to: string; reason: string; keep?: readonly Keep[] },
  actor: Actor,
  clock: Clock,
): Promise<string | null> {
  const { from, to, reason, keep } = input;
  const { fromId, toId } = await bothIncidents(store, db, input);
  const [firstId, secondId] = [fromId, toId].sort() as [string, string];
  const entityId = `${firstId} ${secondId}`;
  const { notSameDecision } = store.t;
  const [there] = await db
    .select({ reason: notSameDecision.reason })
    .from(notSameDecision)
    .where(and(eq(notSameDecision.firstId, firstId), eq(notSameDecision.secondId, secondId)));
  if (there?.reason === reason) return null;
  const thing = { entity: "link", entityId } as const;
  await guardReason(store, db, { reason, keep }, thing, actor, clock);
  const decision = { reason, decidedAt: clock.now(), decidedBy: actor.id };
  await db
    .insert(notSameDecision)
    .values({ firstId, secondId, ...decision })
    .onConflictDoUpdate({
      target: [notSameDecision.firstId, notSameDecision.secondId],
      set: decision,
    });
  await appendRevision(
    store,
    db,
    { ...thing, action: "not_same", version: null, reason, before: null, after: { from, to } },
    actor,
    clock,
  );
  return entityId;
}
