import { and, count, eq, gt, isNull } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { readTokenRequest, type TypedToken } from "../../domain/api-token";
import { DomainError, InvalidInput } from "../../domain/errors";
import { appendRevision } from "../append-revision";
import { type Clock, systemClock } from "../clock";
import { digestToken, newToken } from "../digest-token";
import { newId } from "../new-id";
import type { Store } from "../store";

const MAX_TOKENS = 20;
/** By which a token is known where one should not be: in a commit, in a chat. */
const PREFIX = "ledger_";

/**
 * Makes a token by which a program reads as its owner. The one it returns is the only copy; the ledger keeps its
 * digest. Its name is not logged. Errors: InvalidInput with every issue; `token.too_many`.
 */
export async function createToken(
  store: Store,
  input: TypedToken,
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ token: string }> {
  authorise(actor, "account.own");
  const { name, scopes, life, issues } = readTokenRequest(input);
  if (issues.length > 0) throw new InvalidInput(issues);
  const { apiToken } = store.t;
  const token = `${PREFIX}${newToken(clock)}`;
  await store.tx(async (db) => {
    const at = clock.now();
    const isOpen = and(
      eq(apiToken.accountId, actor.id),
      isNull(apiToken.revokedAt),
      gt(apiToken.expiresAt, at),
    );
    const [open] = await db.select({ n: count() }).from(apiToken).where(isOpen);
    if (open!.n >= MAX_TOKENS) throw new DomainError("token.too_many", { max: MAX_TOKENS });
    const id = newId(clock);
    const expiresAt = at + life;
    await db.insert(apiToken).values({
      id,
      accountId: actor.id,
      name,
      tokenHash: digestToken(token),
      scopes,
      createdAt: at,
      expiresAt,
    });
    await appendRevision(
      store,
      db,
      {
        action: "create_token",
        entity: "account",
        entityId: actor.id,
        version: null,
        reason: "",
        before: null,
        after: { token: id, scopes, expiresAt },
      },
      actor,
      clock,
    );
  });
  return { token };
}
