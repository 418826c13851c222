import type { Access } from "../../domain/access";
import type { Actor } from "../../domain/actor";
import { type Clock, systemClock } from "../clock";
import { insertAccess } from "../insert-access";
import type { Store } from "../store";

/**
 * Keeps that somebody read what is restricted, took data away, or was refused. It needs no permission of its own:
 * call it once the reading was authorised, before anything of it is sent. Visitors are not recorded: what they see is public.
 */
export async function recordAccess(
  store: Store,
  {
    address = null,
    ...access
  }: Omit<Access, "at" | "actor" | "address"> & { address?: string | null },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<void> {
  if (actor.role === "public") return;
  await store.tx((db) => insertAccess(store, db, { ...access, actor: actor.id, address }, clock));
}
