import { eq } from "drizzle-orm";
import { type Clock, systemClock } from "./clock";
import { newToken } from "./digest-token";
import type { Store } from "./store";

const KEY = "account_secret";

/** What signs the cookies of this ledger: made at the first start and kept in it. */
export async function accountSecret(store: Store, clock: Clock = systemClock): Promise<string> {
  const { ledgerState } = store.t;
  return store.tx(async (db) => {
    const [kept] = await db.select().from(ledgerState).where(eq(ledgerState.key, KEY));
    if (kept) return kept.value;
    const value = newToken(clock);
    await db.insert(ledgerState).values({ key: KEY, value });
    return value;
  });
}
