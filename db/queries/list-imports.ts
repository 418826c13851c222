import { desc } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { ImportLine } from "../../domain/import/import-view";
import type { Store } from "../store";

const MAX_LINES = 100;

/** The imports of the ledger, the newest first, at most 100. */
export async function listImports(store: Store, actor: Actor): Promise<ImportLine[]> {
  authorise(actor, "data.import");
  const { dataImport } = store.t;
  const { id, state, format, fileName, createdAt, createdBy, appliedAt, undoneAt, report } =
    dataImport;
  const rows = await store.read
    .select({ id, state, format, fileName, createdAt, createdBy, appliedAt, undoneAt, report })
    .from(dataImport)
    .orderBy(desc(createdAt), desc(id))
    .limit(MAX_LINES);
  return rows.map(({ report: found, ...line }) => ({ ...line, counts: found?.incidents ?? null }));
}
