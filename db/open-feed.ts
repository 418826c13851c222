import { and, eq } from "drizzle-orm";
import type { AccountRole } from "../domain/account";
import { type Clock, systemClock } from "./clock";
import { digestToken } from "./digest-token";
import type { Store } from "./store";

/** A use is written down at most so often. Milliseconds. */
const EVERY = 60_000;

/**
 * The view that the secret of a feed opens, and whose it is, with the role the account has now; notes that it was used.
 * Null, without a difference that could be told: unknown, ended, its account closed, or, with `needsSecondFactor`,
 * without one.
 */
export async function openFeed(
  store: Store,
  token: string,
  { needsSecondFactor }: { needsSecondFactor: boolean },
  clock: Clock = systemClock,
): Promise<{
  view: { id: string; name: string; query: string };
  accountId: string;
  role: AccountRole;
} | null> {
  const { account, savedView } = store.t;
  const now = clock.now();
  const [found] = await store.read
    .select({
      id: savedView.id,
      name: savedView.name,
      query: savedView.query,
      usedAt: savedView.feedUsedAt,
      accountId: account.id,
      role: account.role,
      hasSecondFactor: account.twoFactorEnabled,
    })
    .from(savedView)
    .innerJoin(account, eq(account.id, savedView.accountId))
    .where(and(eq(savedView.feedHash, digestToken(token)), eq(account.banned, false)));
  if (!found || (needsSecondFactor && !found.hasSecondFactor)) return null;
  const { id, name, query, usedAt, accountId, role } = found;
  if (now - (usedAt ?? 0) >= EVERY)
    await store.tx((db) =>
      db.update(savedView).set({ feedUsedAt: now }).where(eq(savedView.id, id)),
    );
  return { view: { id, name, query }, accountId, role: role as AccountRole };
}
