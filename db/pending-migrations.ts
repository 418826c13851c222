import { sql } from "drizzle-orm";
import { hasTable } from "./has-table";
import { migrationTags } from "./migrations-folder";
import type { Store } from "./store";

/** How many migrations have not run; below zero where so many have run that this program does not know. */
export async function pendingMigrations(store: Store): Promise<number> {
  const known = migrationTags(store.dialect).length;
  if (!(await hasTable(store, "__drizzle_migrations"))) return known;
  const [done] = await store.read
    .select({ migrations: sql<number>`count(*)`.mapWith(Number) })
    .from(sql`__drizzle_migrations`);
  return known - done!.migrations;
}
