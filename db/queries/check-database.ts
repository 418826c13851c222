import { sql } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { Fault } from "../check-chain";
import { pendingMigrations } from "../pending-migrations";
import type { Store } from "../store";

export type DatabaseFault = Fault<
  "database_newer" | "trigger_missing" | "entry_trigger_missing" | "file_damaged" | "row_dangling"
>;

/** By fault, what keeps the log as it is, and what keeps blocks and the search true to the entries; see the migrations. */
const TRIGGERS = {
  sqlite: {
    trigger_missing: ["revision_not_altered", "revision_not_deleted", "revision_not_replaced"],
    entry_trigger_missing: [
      "incident_entry_inserted",
      "incident_entry_deleted",
      "incident_entry_updated",
      "incident_entry_replaced",
      "incident_text_inserted",
      "incident_text_deleted",
    ],
  },
  postgres: {
    trigger_missing: ["revision_not_altered", "revision_not_deleted", "revision_not_truncated"],
    entry_trigger_missing: [
      "incident_entry_put",
      "incident_entry_updated",
      "incident_entry_truncated",
    ],
  },
} as const;

/**
 * What is wrong with a database whose migrations have run: triggers that are gone, and on SQLite damaged pages
 * and rows that point nowhere. Of a newer schema nothing is said but that it is newer.
 */
export async function checkDatabase(store: Store, actor: Actor): Promise<DatabaseFault[]> {
  authorise(actor, "log.check");
  const pending = await pendingMigrations(store);
  if (pending < 0) return [{ code: "database_newer", values: { count: -pending } }];
  const triggers = await missingTriggers(store);
  return store.dialect === "sqlite" ? [...triggers, ...(await damages(store))] : triggers;
}

async function missingTriggers(store: Store): Promise<DatabaseFault[]> {
  const found =
    store.dialect === "sqlite"
      ? await store.read
          .select({ name: sql<string>`name` })
          .from(sql`sqlite_schema`)
          .where(
            sql`type = 'trigger' and tbl_name in ('revision', 'incident_entry', 'incident_text')`,
          )
      : await store.read
          .select({ name: sql<string>`tgname` })
          .from(sql`pg_trigger`)
          .where(
            sql`tgrelid in ('revision'::regclass, 'incident_entry'::regclass) and tgenabled in ('O', 'A')`,
          );
  const there = new Set(found.map((row) => row.name));
  return (["trigger_missing", "entry_trigger_missing"] as const).flatMap((code) =>
    TRIGGERS[store.dialect][code]
      .filter((trigger) => !there.has(trigger))
      .map((trigger) => ({ code, values: { trigger } })),
  );
}

async function damages(store: Store): Promise<DatabaseFault[]> {
  const lines = await store.read
    .select({ line: sql<string>`integrity_check` })
    .from(sql`pragma_integrity_check`);
  const dangling = await store.read
    .select({ table: sql<string>`"table"`, parent: sql<string>`parent` })
    .from(sql`pragma_foreign_key_check`);
  return [
    ...lines
      .filter(({ line }) => line !== "ok")
      .map(({ line }) => ({ code: "file_damaged" as const, values: { line } })),
    ...dangling.map((values) => ({ code: "row_dangling" as const, values })),
  ];
}
