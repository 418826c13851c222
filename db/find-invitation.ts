import { and, eq, gt, isNull } from "drizzle-orm";
import { digestToken } from "./digest-token";
import type { Db, Store } from "./store";

/** The invitation of a token while it can be taken up, else null: unknown, used, withdrawn and expired look the same. */
export async function findInvitation(store: Store, db: Db, token: string, now: number) {
  const { invitation } = store.t;
  const [found] = await db
    .select()
    .from(invitation)
    .where(
      and(
        eq(invitation.tokenHash, digestToken(token)),
        isNull(invitation.usedAt),
        isNull(invitation.withdrawnAt),
        gt(invitation.expiresAt, now),
      ),
    );
  return found ?? null;
}
