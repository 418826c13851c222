import { eq } from "drizzle-orm";
import { readEmail, readName } from "../../domain/account";
import { DomainError, InvalidInput } from "../../domain/errors";
import { appendRevision } from "../append-revision";
import { checkPassword } from "../check-password";
import { type Clock, systemClock } from "../clock";
import { findInvitation } from "../find-invitation";
import { hashPassword } from "../hash-password";
import { newId } from "../new-id";
import type { Store } from "../store";

/**
 * Makes the account an invitation is for, and uses the invitation up, in one transaction. The e-mail address is the
 * one invited; only the first admin types it.
 * Errors: InvalidInput with every issue; `account.invitation_over`; `account.exists`.
 */
export async function acceptInvitation(
  store: Store,
  input: { token: string; name: string; email: string; password: string; again: string },
  clock: Clock = systemClock,
): Promise<{ id: string; email: string }> {
  const { account, credential, invitation } = store.t;
  const passwordHash = await hashPassword(input.password.slice(0, 1000));
  return store.tx(async (db) => {
    const found = await findInvitation(store, db, input.token, clock.now());
    if (!found) throw new DomainError("account.invitation_over");
    const { name, issues } = readName("name", input.name);
    const { email, issues: ofEmail } = readEmail("email", found.email || input.email);
    const ofPassword = checkPassword("password", input.password, [name, email]);
    if (ofPassword.length === 0 && input.password !== input.again)
      ofPassword.push({ path: "again", code: "account.password_differs" });
    const all = [...issues, ...ofEmail, ...ofPassword];
    if (all.length > 0) throw new InvalidInput(all);
    const [taken] = await db
      .select({ id: account.id })
      .from(account)
      .where(eq(account.email, email));
    if (taken) throw new DomainError("account.exists", { value: email });
    const id = newId(clock);
    const at = clock.now();
    const times = { createdAt: new Date(at), updatedAt: new Date(at) };
    await db
      .insert(account)
      .values({ id, name, email, emailVerified: true, role: found.role, ...times });
    await db.insert(credential).values({
      id: newId(clock),
      userId: id,
      accountId: id,
      providerId: "credential",
      password: passwordHash,
      ...times,
    });
    await db.update(invitation).set({ usedAt: at }).where(eq(invitation.id, found.id));
    await appendRevision(
      store,
      db,
      {
        action: "join",
        entity: "account",
        entityId: id,
        version: null,
        reason: "",
        before: null,
        after: { role: found.role },
      },
      { id, role: found.role },
      clock,
    );
    return { id, email };
  });
}
