import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { DomainError } from "../../domain/errors";
import { readReason } from "../../domain/read-reason";
import { REVIEW_STATUSES } from "../../domain/vocabulary";
import { appendRevision } from "../append-revision";
import { type Clock, systemClock } from "../clock";
import { findIncident } from "../read-incident";
import type { Store } from "../store";

/**
 * Takes an incident back, for a reason that stays with it. Nothing is deleted: the record, its claims and its
 * history remain, marked as retracted, and can no longer be edited.
 */
export async function retractIncident(
  store: Store,
  input: { ref: string; version: number; reason: string },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<void> {
  authorise(actor, "incident.retract");
  const reason = readReason(input.reason, { required: true });
  await store.tx(async (db) => {
    const row = await findIncident(store, db, input.ref);
    if (!row) throw new DomainError("incident.not_found", { ref: input.ref });
    if (row.reviewStatus === "retracted")
      throw new DomainError("incident.retracted", { ref: row.ref });
    if (row.version !== input.version)
      throw new DomainError("incident.stale_version", {
        given: input.version,
        current: row.version,
      });
    await db
      .update(store.t.incident)
      .set({
        reviewStatus: "retracted",
        reviewRank: REVIEW_STATUSES.indexOf("retracted"),
        retractedReason: reason,
        version: row.version + 1,
        updatedAt: clock.now(),
      })
      .where(eq(store.t.incident.id, row.id));
    await appendRevision(
      store,
      db,
      {
        action: "retract",
        entity: "incident",
        entityId: row.id,
        version: row.version + 1,
        reason,
        before: { reviewStatus: row.reviewStatus },
        after: { reviewStatus: "retracted" },
      },
      actor,
      clock,
    );
  });
}
