import "server-only";
import { profileFor } from "../../db/profile";
import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import { currentActor } from "./session";
import { getStoreFor } from "./store";

/** Who reads, and the store that is for them: whatever a page or file shows is read from it and from nothing else. */
export type Reader = { actor: Actor; store: Store };

/** The reader of this request. */
export async function currentReader(): Promise<Reader> {
  return readerFor(await currentActor());
}

/**
 * The first that a store has for an actor, with that store: their own, and where it has nothing, the public one, so
 * that nobody who signs in sees less than a visitor does. For what has an address of its own.
 */
export async function readFirst<T>(
  actor: Actor,
  read: (store: Store) => Promise<T | null>,
): Promise<{ found: T; store: Store } | null> {
  const own = profileFor(actor);
  for (const profile of own === "verified" ? ([own, "public"] as const) : [own]) {
    const store = await getStoreFor(profile);
    const found = await read(store);
    if (found !== null) return { found, store };
  }
  return null;
}

/** An actor with the store that they read. */
export async function readerFor(actor: Actor): Promise<Reader> {
  return { actor, store: await getStoreFor(profileFor(actor)) };
}
