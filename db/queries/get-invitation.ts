import type { AccountRole } from "../../domain/account";
import { type Clock, systemClock } from "../clock";
import { findInvitation } from "../find-invitation";
import type { Store } from "../store";

/** What a token invites to; null where it cannot be taken up. Whoever holds the token may ask. */
export async function getInvitation(
  store: Store,
  token: string,
  clock: Clock = systemClock,
): Promise<{ email: string; role: AccountRole } | null> {
  const found = await findInvitation(store, store.read, token, clock.now());
  return found && { email: found.email, role: found.role as AccountRole };
}
