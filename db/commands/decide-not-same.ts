import { type Actor, authorise } from "../../domain/actor";
import type { Keep } from "../../domain/keep";
import { readReason } from "../../domain/read-reason";
import { appendRevision } from "../append-revision";
import { bothIncidents } from "../both-incidents";
import { type Clock, systemClock } from "../clock";
import { guardReason } from "../guard-texts";
import type { Store } from "../store";

/** Records that two incidents that look alike are not the same, and why; deciding again replaces the reason. */
export async function decideNotSame(
  store: Store,
  input: { from: string; to: string; reason: string; keep?: readonly Keep[] },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<void> {
  authorise(actor, "incident.link");
  const reason = readReason(input.reason, { required: true });
  await store.tx(async (db) => {
    const { fromId, toId } = await bothIncidents(store, db, input);
    const [firstId, secondId] = [fromId, toId].sort() as [string, string];
    const entityId = `${firstId} ${secondId}`;
    await guardReason(
      store,
      db,
      { reason, keep: input.keep },
      { entity: "link", entityId },
      actor,
      clock,
    );
    const decision = { reason, decidedAt: clock.now(), decidedBy: actor.id };
    await db
      .insert(store.t.notSameDecision)
      .values({ firstId, secondId, ...decision })
      .onConflictDoUpdate({
        target: [store.t.notSameDecision.firstId, store.t.notSameDecision.secondId],
        set: decision,
      });
    await appendRevision(
      store,
      db,
      {
        action: "not_same",
        entity: "link",
        entityId,
        version: null,
        reason,
        before: null,
        after: { from: input.from, to: input.to },
      },
      actor,
      clock,
    );
  });
}
