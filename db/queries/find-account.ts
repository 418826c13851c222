import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { Store } from "../store";

/** The id of the account with an e-mail address, written in any case; null where there is none. */
export async function findAccount(
  store: Store,
  actor: Actor,
  email: string,
): Promise<string | null> {
  authorise(actor, "account.read");
  const { account } = store.t;
  const [found] = await store.read
    .select({ id: account.id })
    .from(account)
    .where(eq(account.email, email.trim().toLowerCase()));
  return found?.id ?? null;
}
