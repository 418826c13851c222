import type { Actor } from "../../domain/actor";
import type { Keep } from "../../domain/keep";
import { readReason } from "../../domain/read-reason";
import { takeBackPublication } from "../ask-publication";
import { type Clock, systemClock } from "../clock";
import type { Store } from "../store";
import { takeReviewStep } from "../take-review-step";

/**
 * Takes an incident back, for a reason that stays with it. Nothing is deleted: the record, its claims and its
 * history remain, marked as retracted, and can no longer be edited. Where it was public, the public is told the reason
 * and nothing else of it. Errors: those of `takeReviewStep`.
 */
export async function retractIncident(
  store: Store,
  input: { ref: string; version: number; reason: string; keep?: readonly Keep[] },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<void> {
  await takeReviewStep(store, input, "retract", actor, clock, async (db, { id }) => {
    const reason = readReason(input.reason, { required: true });
    await takeBackPublication(store, db, id, { reason, at: clock.now() });
    return { retractedReason: reason, publication: "internal" };
  });
}
