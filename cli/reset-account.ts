import { changeAccount } from "../db/commands/change-account";
import { findAccount } from "../db/queries/find-account";
import type { Actor } from "../domain/actor";
import { openExisting } from "./open-existing";
import { Misunderstood } from "./outcome";

const RESETTER: Actor = { id: "command line", role: "admin", from: "ledger account reset" };

/** Takes the second factor from an account whose owner lost it, and ends all its sessions. */
export async function resetAccount(
  databaseUrl: string,
  given: { email?: unknown; reason?: unknown },
): Promise<string> {
  const email = typeof given.email === "string" ? given.email : "";
  if (email.trim() === "") throw new Misunderstood("--email ADDRESS is needed.");
  const reason = typeof given.reason === "string" ? given.reason : "second factor lost";
  return openExisting(databaseUrl, async (store) => {
    const id = await findAccount(store, RESETTER, email);
    if (id === null) throw new Error(`there is no account with the address ${email}`);
    await changeAccount(store, { id, do: "reset_second_factor", reason }, RESETTER);
    return `The second factor of ${email} is off, and all its sessions and tokens are ended.`;
  });
}
