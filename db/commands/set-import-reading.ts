import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { TableReading } from "../../domain/import/table-reading";
import { findImport } from "../import/find-import";
import type { Store } from "../store";

/**
 * Says in which encoding and with which delimiter a table that waits is read; its columns are others then, so that what
 * was said of them is forgotten. Errors: `import.not_found`, `import.not_possible`.
 */
export async function setImportReading(
  store: Store,
  input: { id: string; reading: TableReading; headersDigest: string },
  actor: Actor,
): Promise<void> {
  authorise(actor, "data.import");
  const { id, reading, headersDigest } = input;
  await store.tx(async (db) => {
    await findImport(store, db, id, "uploaded");
    const { dataImport } = store.t;
    await db
      .update(dataImport)
      .set({ reading, headersDigest, mapping: null, report: null })
      .where(eq(dataImport.id, id));
  });
}
