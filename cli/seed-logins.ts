import { invite, inviteFirstAdmin } from "../db/commands/invite";
import { listAccounts } from "../db/queries/list-accounts";
import { ACCOUNT_ROLES } from "../domain/account";
import { openExisting } from "./open-existing";

const PASSWORD = "only for developing";
const emailOf = (role: string) => `${role}@dev.invalid`;

/** True where somebody could still sign in with the password above, which everybody knows. */
export async function hasSeededLogins(databaseUrl: string): Promise<boolean> {
  return openExisting(databaseUrl, async (store) => {
    const { accounts } = await listAccounts(store, { id: "start", role: "admin" });
    return accounts.some(({ email, role, closed }) => email === emailOf(role) && !closed);
  });
}

/** One login for each role, in a ledger nobody can sign in to yet; only `npm run dev` asks for it. Returns lines to print. */
export async function seedLogins(databaseUrl: string): Promise<string[]> {
  // With all that judges a password; loaded only while developing.
  const { acceptInvitation } = await import("../db/commands/accept-invitation");
  return openExisting(databaseUrl, async (store) => {
    const first = await inviteFirstAdmin(store);
    if (first !== null) {
      const join = (token: string, role: string) =>
        acceptInvitation(store, {
          token,
          name: role,
          email: emailOf(role),
          password: PASSWORD,
          again: PASSWORD,
        });
      const { id } = await join(first.token, "admin");
      const admin = { id, role: "admin" } as const;
      for (const role of ACCOUNT_ROLES.filter((each) => each !== "admin"))
        await join((await invite(store, { email: emailOf(role), role }, admin)).token, role);
    }
    const { accounts } = await listAccounts(store, { id: "start", role: "admin" });
    const seeded = accounts.filter(({ email, role }) => email === emailOf(role));
    return seeded.map(({ email }) => `Sign in as ${email} with the password: ${PASSWORD}`);
  });
}
