import type { Access } from "../../domain/access";
import type { Actor } from "../../domain/actor";
import { type Clock, systemClock } from "../clock";
import { forgetOldAddresses } from "../forget-old-addresses";
import { newId } from "../new-id";
import type { Store } from "../store";

const MAX_DETAIL = 4_000;
const MAX_ADDRESS = 100;

/**
 * Keeps that somebody read what is restricted, or took data away. It needs no permission of its own: call it once
 * the reading was authorised, before anything of it is sent. Visitors are not recorded: what they see is public.
 * A longer detail is cut at 4000 characters. Addresses older than 30 days are emptied with it.
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
  const at = clock.now();
  await store.tx(async (db) => {
    await forgetOldAddresses(store, db, at);
    await db.insert(store.t.accessEntry).values({
      ...access,
      id: newId(clock),
      at,
      actor: actor.id,
      detail: storable(access.detail, MAX_DETAIL),
      address: address === null ? null : storable(address, MAX_ADDRESS),
    });
  });
}

function storable(text: string, max: number): string {
  const cut = text.length > max ? `${text.slice(0, max - 1)}…` : text;
  return cut.toWellFormed().replaceAll("\0", "\uFFFD");
}
