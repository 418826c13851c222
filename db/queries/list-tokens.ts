import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { TokenRow, TokenScope } from "../../domain/api-token";
import { type Clock, systemClock } from "../clock";
import type { Store } from "../store";

/** One's own tokens that can still be used, the newest first. */
export async function listTokens(
  store: Store,
  actor: Actor,
  clock: Clock = systemClock,
): Promise<TokenRow[]> {
  authorise(actor, "account.own");
  const { apiToken } = store.t;
  const rows = await store.read
    .select()
    .from(apiToken)
    .where(
      and(
        eq(apiToken.accountId, actor.id),
        isNull(apiToken.revokedAt),
        gt(apiToken.expiresAt, clock.now()),
      ),
    )
    .orderBy(desc(apiToken.createdAt), asc(apiToken.id));
  return rows.map(({ id, name, scopes, createdAt, expiresAt, lastUsedAt }) => ({
    id,
    name,
    scopes: scopes as TokenScope[],
    createdAt,
    expiresAt,
    usedAt: lastUsedAt,
  }));
}
