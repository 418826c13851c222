import { and, count, eq, isNull } from "drizzle-orm";
import { readRole } from "../../domain/account";
import { type Actor, authorise } from "../../domain/actor";
import { DomainError, InvalidInput } from "../../domain/errors";
import type { Keep } from "../../domain/keep";
import { readReason } from "../../domain/read-reason";
import type { RevisionAction } from "../../domain/revision";
import { appendRevision } from "../append-revision";
import { type Clock, systemClock } from "../clock";
import { guardReason } from "../guard-texts";
import { NO_FEED } from "../no-feed";
import type { Db, Store } from "../store";

type Change =
  | { do: "change_role"; role: string }
  | { do: "close_account" }
  | { do: "reopen_account" }
  | { do: "reset_second_factor" };

/**
 * One change to somebody's account, in one transaction with its entry in the log. Closing, a lower role and a reset
 * second factor end all sessions, tokens and feeds of the account at once, and the invitations it made. The last admin stays: `account.last_admin`.
 * Other errors: InvalidInput; `account.not_found`.
 */
export async function changeAccount(
  store: Store,
  input: { id: string; reason: string; keep?: readonly Keep[] } & Change,
  actor: Actor,
  clock: Clock = systemClock,
): Promise<void> {
  authorise(actor, "account.change");
  const reason = readReason(input.reason);
  const { account, secondFactor } = store.t;
  await store.tx(async (db) => {
    const [found] = await db.select().from(account).where(eq(account.id, input.id));
    if (!found) throw new DomainError("account.not_found");
    await guardReason(
      store,
      db,
      { reason, keep: input.keep },
      { entity: "account", entityId: found.id },
      actor,
      clock,
    );
    const before = { role: found.role, closed: found.banned };
    const after = { ...before };
    if (input.do === "change_role") {
      const { role, issues } = readRole("role", input.role);
      if (issues.length > 0) throw new InvalidInput(issues);
      after.role = role;
    }
    if (input.do === "close_account") after.closed = true;
    if (input.do === "reopen_account") after.closed = false;
    const wasAdmin = before.role === "admin" && !before.closed;
    const staysAdmin = after.role === "admin" && !after.closed;
    if (wasAdmin && !staysAdmin && (await countAdmins(store, db)) === 1)
      throw new DomainError("account.last_admin");
    await db
      .update(account)
      .set({ role: after.role, banned: after.closed, updatedAt: new Date(clock.now()) })
      .where(eq(account.id, found.id));
    if (input.do === "reset_second_factor") {
      await db.delete(secondFactor).where(eq(secondFactor.userId, found.id));
      await db.update(account).set({ twoFactorEnabled: false }).where(eq(account.id, found.id));
    }
    await endAccess(store, db, found.id, clock);
    await appendRevision(
      store,
      db,
      {
        action: input.do satisfies RevisionAction,
        entity: "account",
        entityId: found.id,
        version: null,
        reason,
        before,
        after,
      },
      actor,
      clock,
    );
  });
}

async function countAdmins(store: Store, db: Db): Promise<number> {
  const { account } = store.t;
  const [row] = await db
    .select({ n: count() })
    .from(account)
    .where(and(eq(account.role, "admin"), eq(account.banned, false)));
  return row!.n;
}

async function endAccess(store: Store, db: Db, id: string, clock: Clock): Promise<void> {
  const { accountSession, apiToken, invitation, savedView } = store.t;
  // Whoever is shown out leaves no way in behind.
  await db
    .update(invitation)
    .set({ withdrawnAt: clock.now() })
    .where(
      and(eq(invitation.createdBy, id), isNull(invitation.usedAt), isNull(invitation.withdrawnAt)),
    );
  await db.delete(accountSession).where(eq(accountSession.userId, id));
  await db
    .update(apiToken)
    .set({ revokedAt: clock.now() })
    .where(and(eq(apiToken.accountId, id), isNull(apiToken.revokedAt)));
  await db.update(savedView).set(NO_FEED).where(eq(savedView.accountId, id));
}
