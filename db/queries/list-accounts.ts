import { and, asc, desc, gt, isNull } from "drizzle-orm";
import type { AccountRole, AccountRow, InvitationRow } from "../../domain/account";
import { type Actor, authorise } from "../../domain/actor";
import { type Clock, systemClock } from "../clock";
import type { Store } from "../store";

/** Everybody who has an account, by name, and the invitations that can still be taken up, newest first. */
export async function listAccounts(
  store: Store,
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ accounts: AccountRow[]; invitations: InvitationRow[] }> {
  authorise(actor, "account.read");
  const { account, invitation } = store.t;
  return store.snapshot(async (db) => {
    const accounts = await db.select().from(account).orderBy(asc(account.name), asc(account.id));
    const invitations = await db
      .select()
      .from(invitation)
      .where(
        and(
          isNull(invitation.usedAt),
          isNull(invitation.withdrawnAt),
          gt(invitation.expiresAt, clock.now()),
        ),
      )
      .orderBy(desc(invitation.createdAt), asc(invitation.id));
    return {
      accounts: accounts.map((row) => ({
        id: row.id,
        name: row.name,
        email: row.email,
        role: row.role as AccountRole,
        closed: row.banned,
        secondFactor: row.twoFactorEnabled,
        createdAt: row.createdAt.getTime(),
      })),
      invitations: invitations.map(({ id, email, role, createdAt, expiresAt }) => ({
        id,
        email,
        role: role as AccountRole,
        createdAt,
        expiresAt,
      })),
    };
  });
}
