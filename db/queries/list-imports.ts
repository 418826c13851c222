import { desc, type SQL, sql } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { ImportLine } from "../../domain/import/import-view";
import type { Store } from "../store";

const MAX_LINES = 100;

/** The imports of the ledger, the newest first, at most 100. */
export async function listImports(store: Store, actor: Actor): Promise<ImportLine[]> {
  authorise(actor, "data.import");
  const { dataImport } = store.t;
  const { id, state, format, fileName, createdAt, createdBy, appliedAt, undoneAt } = dataImport;
  const counts = countsOf(store);
  const rows = await store.read
    .select({ id, state, format, fileName, createdAt, createdBy, appliedAt, undoneAt, counts })
    .from(dataImport)
    .orderBy(desc(createdAt), desc(id))
    .limit(MAX_LINES);
  return rows.map(({ counts: found, ...line }) => ({
    ...line,
    counts: found === null ? null : JSON.parse(found),
  }));
}

/** A report may have thousands of faults; of a list each gives four numbers. */
function countsOf({ dialect, t }: Store): SQL<string | null> {
  const { report } = t.dataImport;
  return dialect === "sqlite"
    ? sql`json_extract(${report}, '$.incidents')`
    : sql`(${report}::json -> 'incidents')::text`;
}
