import { eq, sql } from "drizzle-orm";
import { PROFILE_KEY } from "./commands/publish-pending";
import type { Store } from "./store";

/** What a database says that it is: `public`, or null for an internal ledger and for one that holds nothing yet. */
export async function storedProfile(store: Store): Promise<"public" | null> {
  const { ledgerState } = store.t;
  if (!(await hasTables(store))) return null;
  const [row] = await store.read.select().from(ledgerState).where(eq(ledgerState.key, PROFILE_KEY));
  return row?.value === "public" ? "public" : null;
}

async function hasTables(store: Store): Promise<boolean> {
  const found =
    store.dialect === "sqlite"
      ? sql`(select count(*) from sqlite_schema where name = 'ledger_state')`
      : sql`(case when to_regclass('ledger_state') is null then 0 else 1 end)`;
  const [row] = await store.read
    .select({ n: sql<number>`${found}`.mapWith(Number) })
    .from(sql`(select 1) as one`);
  return row!.n > 0;
}
