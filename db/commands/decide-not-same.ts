import { type Actor, authorise } from "../../domain/actor";
import type { Keep } from "../../domain/keep";
import { readReason } from "../../domain/read-reason";
import { type Clock, systemClock } from "../clock";
import { insertNotSame } from "../insert-not-same";
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
  await store.tx((db) => insertNotSame(store, db, { ...input, reason }, actor, clock));
}
