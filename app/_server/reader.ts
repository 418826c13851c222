import "server-only";
import { profileFor } from "../../db/profile";
import type { Store } from "../../db/store";
import type { Actor, Permission } from "../../domain/actor";
import { currentActor, refusalOf, refusalOfToken } from "./session";
import { getStoreFor } from "./store";

/** Who reads, and the store that is for them: whatever a page or file shows is read from it and from nothing else. */
export type Reader = { actor: Actor; store: Store };

/** The reader of this request. */
export async function currentReader(): Promise<Reader> {
  return readerFor(await currentActor());
}

/**
 * The reader whom a page of ours asks for more while it is looked at, or the refusal. A token does not count here, and
 * whoever sends one is told so: a visitor's part must not pass for all that it opens.
 */
export async function readerOnPage(permission: Permission): Promise<Reader | Response> {
  const reader = await currentReader();
  return (await refusalOfToken()) ?? refusalOf(reader.actor, permission) ?? reader;
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
