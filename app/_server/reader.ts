import "server-only";
import { profileFor } from "../../db/profile";
import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import { currentActor } from "./session";
import { getStoreFor } from "./store";

/** Who reads, and the store that is for them: whatever a page or file shows is read from it and from nothing else. */
type Reader = { actor: Actor; store: Store };

/** The reader of this request. */
export async function currentReader(): Promise<Reader> {
  return readerFor(await currentActor());
}

/** An actor with the store that they read. */
export async function readerFor(actor: Actor): Promise<Reader> {
  return { actor, store: await getStoreFor(profileFor(actor)) };
}
