import { type Actor, authorise } from "../../domain/actor";
import type { Keep } from "../../domain/keep";
import type { Source } from "../../domain/source";
import { type Clock, systemClock } from "../clock";
import { insertSource } from "../insert-source";
import type { Store } from "../store";

/**
 * Adds a source. Two sources may be alike: the same address can carry two editions of a text.
 * `keep`: words that the personal-data guard marks and that stay.
 * Errors: InvalidInput with every issue; `not_allowed`.
 */
export async function addSource(
  store: Store,
  input: { source: Source; keep?: readonly Keep[] },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ id: string; ref: string }> {
  authorise(actor, "source.add");
  return store.tx((db) => insertSource(store, db, input, actor, clock));
}
