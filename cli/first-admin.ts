import { inviteFirstAdmin } from "../db/commands/invite";
import { openExisting } from "./open-existing";

/** The path of the link by which the first admin comes in; null where somebody has an account. */
export async function firstAdminPath(databaseUrl: string): Promise<string | null> {
  const invitation = await openExisting(databaseUrl, (store) => inviteFirstAdmin(store));
  return invitation && `/invitation/${invitation.token}`;
}
