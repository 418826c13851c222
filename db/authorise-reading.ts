import { type Actor, authorise, type Permission, reaches } from "../domain/actor";
import { DomainError } from "../domain/errors";
import { READERS } from "./profile";
import type { Store } from "./store";

/**
 * Throws `not_allowed` unless the actor may read, and may read this store: a visitor the public one, a viewer the
 * verified one, a researcher the internal one. Every query that visitors or viewers may ask calls this first.
 */
export function authoriseReading(store: Store, actor: Actor, permission: Permission): void {
  authorise(actor, permission);
  if (!reaches(actor, READERS[store.profile])) throw new DomainError("not_allowed", { permission });
}
