import "server-only";
import { recordAccess } from "../../db/commands/record-access";
import type { Access } from "../../domain/access";
import type { Actor } from "../../domain/actor";
import { currentAddress } from "./session";
import { getStore } from "./store";

/** What of an access is known where it happens; who and when and from where is added. */
export type KeptAccess = Omit<Access, "at" | "actor" | "address">;

/** Keeps in the ledger that somebody signed in reads what is restricted, or takes data away. */
export async function keepAccess(actor: Actor, access: KeptAccess): Promise<void> {
  if (actor.role === "public") return;
  await recordAccess(await getStore(), { ...access, address: await currentAddress() }, actor);
}
