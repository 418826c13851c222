import type { Actor } from "../../domain/actor";
import type { Keep } from "../../domain/keep";
import { type Clock, systemClock } from "../clock";
import type { Store } from "../store";
import { takeReviewStep } from "../take-review-step";

/** Asks for a review of a draft. Errors: those of `takeReviewStep`. */
export async function submitForReview(
  store: Store,
  input: { ref: string; version: number; reason: string; keep?: readonly Keep[] },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ version: number }> {
  return takeReviewStep(store, input, "submit", actor, clock);
}
