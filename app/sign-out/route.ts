import { headers } from "next/headers";
import { recordSignIn } from "../../db/commands/record-sign-in";
import { getAccounts } from "../_server/accounts";
import { currentAddress, currentSession } from "../_server/session";
import { getStore } from "../_server/store";

/** Ends the session and has the browser forget every page of it; a whole new page follows. */
export async function POST() {
  const [accounts, session] = await Promise.all([getAccounts(), currentSession()]);
  await accounts.api.signOut({ headers: await headers() });
  if (session !== null)
    await recordSignIn(await getStore(), {
      action: "sign_out",
      whose: { id: session.account.id },
      address: await currentAddress(),
    });
  return new Response(null, {
    status: 303,
    headers: {
      location: "/sign-in",
      "cache-control": "no-store",
      "clear-site-data": '"cache", "storage"',
    },
  });
}
