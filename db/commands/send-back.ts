import type { Actor } from "../../domain/actor";
import type { Keep } from "../../domain/keep";
import { type Clock, systemClock } from "../clock";
import type { Store } from "../store";
import { takeReviewStep } from "../take-review-step";

/** Gives an incident back to those who write it, as a draft, saying what is missing. Errors: those of `takeReviewStep`. */
export async function sendBack(
  store: Store,
  input: { ref: string; version: number; reason: string; keep?: readonly Keep[] },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ version: number }> {
  return takeReviewStep(store, input, "send_back", actor, clock);
}
