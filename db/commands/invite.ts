import { and, eq, gt, isNull } from "drizzle-orm";
import { type AccountRole, INVITATION_LIFE, readEmail, readRole } from "../../domain/account";
import { type Actor, authorise } from "../../domain/actor";
import { DomainError, InvalidInput } from "../../domain/errors";
import { appendRevision } from "../append-revision";
import { type Clock, systemClock } from "../clock";
import { digestToken, newToken } from "../digest-token";
import { newId } from "../new-id";
import type { Db, Store } from "../store";

/**
 * Makes an invitation for one e-mail address and role, good once and for 72 hours. The token it returns is the
 * only copy. Errors: InvalidInput; `account.exists`.
 */
export async function invite(
  store: Store,
  input: { email: string; role: string },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ token: string }> {
  authorise(actor, "account.invite");
  const { email, issues } = readEmail("email", input.email);
  const { role, issues: ofRole } = readRole("role", input.role);
  if (issues.length + ofRole.length > 0) throw new InvalidInput([...issues, ...ofRole]);
  const { account } = store.t;
  const token = newToken(clock);
  await store.tx(async (db) => {
    const [taken] = await db
      .select({ id: account.id })
      .from(account)
      .where(eq(account.email, email));
    if (taken) throw new DomainError("account.exists", { value: email });
    await insertInvitation(store, db, { token, role, email }, actor, clock);
  });
  return { token };
}

const START: Actor = { id: "start", role: "admin", from: "start" };

/**
 * The way in for the first admin of a ledger without accounts: a fresh invitation that names no e-mail address;
 * earlier ones of its kind end. Null where somebody has an account. Only the start command calls it.
 */
export async function inviteFirstAdmin(
  store: Store,
  clock: Clock = systemClock,
): Promise<{ token: string } | null> {
  const { account, invitation } = store.t;
  const token = newToken(clock);
  const made = await store.tx(async (db) => {
    const some = await db.select({ id: account.id }).from(account).limit(1);
    if (some.length > 0) return false;
    const at = clock.now();
    await db
      .update(invitation)
      .set({ withdrawnAt: at })
      .where(
        and(
          isNull(invitation.usedAt),
          isNull(invitation.withdrawnAt),
          gt(invitation.expiresAt, at),
        ),
      );
    await insertInvitation(store, db, { token, role: "admin", email: "" }, START, clock);
    return true;
  });
  return made ? { token } : null;
}

async function insertInvitation(
  store: Store,
  db: Db,
  { token, role, email }: { token: string; role: AccountRole; email: string },
  actor: Actor,
  clock: Clock,
): Promise<void> {
  const id = newId(clock);
  const at = clock.now();
  await db.insert(store.t.invitation).values({
    id,
    tokenHash: digestToken(token),
    role,
    email,
    createdAt: at,
    createdBy: actor.id,
    expiresAt: at + INVITATION_LIFE,
  });
  await appendRevision(
    store,
    db,
    {
      action: "invite",
      entity: "invitation",
      entityId: id,
      version: null,
      reason: "",
      before: null,
      after: { role },
    },
    actor,
    clock,
  );
}
