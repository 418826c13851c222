import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { emptyReport } from "../../domain/import/import-report";
import type { ImportView } from "../../domain/import/import-view";
import { readBegun } from "../import/begun-run";
import { planOf, readUndo } from "../import/read-undo";
import type { Store } from "../store";

/** An import, or null where there is none. `plansUndo`: whether it says what undoing it would do, which of a large one takes a while. */
export async function getImport(
  store: Store,
  actor: Actor,
  id: string,
  { plansUndo = true }: { plansUndo?: boolean } = {},
): Promise<ImportView | null> {
  authorise(actor, "data.import");
  const { dataImport, importMapping } = store.t;
  return store.snapshot(async (db) => {
    const [row] = await db.select().from(dataImport).where(eq(dataImport.id, id));
    if (!row) return null;
    const [last] = await db
      .select({ mapping: importMapping.mapping })
      .from(importMapping)
      .where(eq(importMapping.headersDigest, row.headersDigest));
    const undo =
      plansUndo && row.state === "applied" ? planOf(await readUndo(store, db, id)) : null;
    const begun = await readBegun(store, db, row);
    // One that was kept before something came to be told lacks that.
    const report = row.report && { ...emptyReport(), ...row.report };
    return { ...row, report, remembered: last?.mapping ?? null, undo, begun };
  });
}
