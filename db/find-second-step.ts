import { eq } from "drizzle-orm";
import type { Store } from "./store";

/** The id of the account that the second step of signing in is for, by the secret of the first; null where it is over. */
export async function findSecondStep(store: Store, secret: string): Promise<string | null> {
  const { accountVerification } = store.t;
  const [found] = await store.read
    .select({ accountId: accountVerification.value })
    .from(accountVerification)
    .where(eq(accountVerification.identifier, secret));
  return found?.accountId ?? null;
}
