import { sql } from "drizzle-orm";
import type { Store } from "./store";

/** Whether a store has a table at all: an empty database, or one that is no ledger, has none of ours. */
export async function hasTable(store: Store, name: string): Promise<boolean> {
  const found =
    store.dialect === "sqlite"
      ? sql`(select count(*) from sqlite_schema where name = ${name})`
      : sql`(case when to_regclass(${name}) is null then 0 else 1 end)`;
  const [row] = await store.read
    .select({ n: sql<number>`${found}`.mapWith(Number) })
    .from(sql`(select 1) as one`);
  return row!.n > 0;
}
