import { and, eq, gt, isNull } from "drizzle-orm";
import type { AccountRole } from "../domain/account";
import type { TokenScope } from "../domain/api-token";
import { type Clock, systemClock } from "./clock";
import { digestToken } from "./digest-token";
import type { Store } from "./store";

/** A use is written down at most so often. Milliseconds. */
const EVERY = 60_000;

/**
 * Whose token it is, with the role the account has now, and what it opens; notes that it was used. Null, without a
 * difference that could be told: unknown, revoked, expired, its account closed, or, with `needsSecondFactor`, without one.
 */
export async function openToken(
  store: Store,
  token: string,
  { needsSecondFactor }: { needsSecondFactor: boolean },
  clock: Clock = systemClock,
): Promise<{ accountId: string; role: AccountRole; scopes: TokenScope[] } | null> {
  const { account, apiToken } = store.t;
  const now = clock.now();
  const [found] = await store.read
    .select({
      id: apiToken.id,
      accountId: account.id,
      role: account.role,
      scopes: apiToken.scopes,
      lastUsedAt: apiToken.lastUsedAt,
      hasSecondFactor: account.twoFactorEnabled,
    })
    .from(apiToken)
    .innerJoin(account, eq(account.id, apiToken.accountId))
    .where(
      and(
        eq(apiToken.tokenHash, digestToken(token)),
        isNull(apiToken.revokedAt),
        gt(apiToken.expiresAt, now),
        eq(account.banned, false),
      ),
    );
  if (!found || (needsSecondFactor && !found.hasSecondFactor)) return null;
  if (now - (found.lastUsedAt ?? 0) >= EVERY)
    await store.tx((db) =>
      db.update(apiToken).set({ lastUsedAt: now }).where(eq(apiToken.id, found.id)),
    );
  const { accountId, role, scopes } = found;
  return { accountId, role: role as AccountRole, scopes: scopes as TokenScope[] };
}
