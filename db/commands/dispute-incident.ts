import type { Actor } from "../../domain/actor";
import type { Keep } from "../../domain/keep";
import { type Clock, systemClock } from "../clock";
import type { Store } from "../store";
import { takeReviewStep } from "../take-review-step";

/** Marks that an incident is called into question, and why; its verified versions stay. Errors: those of `takeReviewStep`. */
export async function disputeIncident(
  store: Store,
  input: { ref: string; version: number; reason: string; keep?: readonly Keep[] },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ version: number }> {
  return takeReviewStep(store, input, "dispute", actor, clock);
}
