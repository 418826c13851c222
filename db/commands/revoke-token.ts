import { and, eq, isNull } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { DomainError } from "../../domain/errors";
import { appendRevision } from "../append-revision";
import { type Clock, systemClock } from "../clock";
import type { Store } from "../store";

/** Ends one of one's own tokens at once. Errors: `token.not_found`. */
export async function revokeToken(
  store: Store,
  input: { id: string },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<void> {
  authorise(actor, "account.own");
  const { apiToken } = store.t;
  await store.tx(async (db) => {
    const isOwn = and(
      eq(apiToken.id, input.id),
      eq(apiToken.accountId, actor.id),
      isNull(apiToken.revokedAt),
    );
    const [found] = await db.select({ id: apiToken.id }).from(apiToken).where(isOwn);
    if (!found) throw new DomainError("token.not_found");
    await db.update(apiToken).set({ revokedAt: clock.now() }).where(eq(apiToken.id, found.id));
    await appendRevision(
      store,
      db,
      {
        action: "revoke_token",
        entity: "account",
        entityId: actor.id,
        version: null,
        reason: "",
        before: { token: found.id },
        after: null,
      },
      actor,
      clock,
    );
  });
}
