import { eq } from "drizzle-orm";
import { digestToken } from "./digest-token";
import type { Store } from "./store";

/** No more than three codes are good at any moment: the present one, the one before and the one after. */
const KEPT = 4;

/**
 * Notes that a code of somebody's second factor was used. False where it was used before, and the session that was
 * opened with it ends (`token`; null where none was): a code that was looked on at is good for no second sign-in,
 * also where both come at once (RFC 6238, 5.2).
 */
export async function spendCode(
  store: Store,
  { accountId, code, token }: { accountId: string; code: string; token: string | null },
): Promise<boolean> {
  const { accountSession, secondFactor } = store.t;
  const digest = digestToken(`code ${accountId} ${code}`);
  return store.tx(async (db) => {
    const [found] = await db
      .select({ id: secondFactor.id, spent: secondFactor.spentCodes })
      .from(secondFactor)
      .where(eq(secondFactor.userId, accountId));
    if (found && !found.spent.includes(digest)) {
      const spentCodes = [digest, ...found.spent].slice(0, KEPT);
      await db.update(secondFactor).set({ spentCodes }).where(eq(secondFactor.id, found.id));
      return true;
    }
    if (token !== null) await db.delete(accountSession).where(eq(accountSession.token, token));
    return false;
  });
}
