import { eq } from "drizzle-orm";
import { PROFILE_KEY } from "./commands/publish-pending";
import { hasTable } from "./has-table";
import type { Store } from "./store";

/** What a database says that it is: `public`, or null for an internal ledger and for one that holds nothing yet. */
export async function storedProfile(store: Store): Promise<"public" | null> {
  const { ledgerState } = store.t;
  if (!(await hasTable(store, "ledger_state"))) return null;
  const [row] = await store.read.select().from(ledgerState).where(eq(ledgerState.key, PROFILE_KEY));
  return row?.value === "public" ? "public" : null;
}
