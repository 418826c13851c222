import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { writeBegun } from "../import/begun-run";
import { findImport } from "../import/find-import";
import type { Store } from "../store";

/** Gives up an import that was not applied. Errors: `import.not_found`, `import.not_possible`. */
export async function cancelImport(store: Store, id: string, actor: Actor): Promise<void> {
  authorise(actor, "data.import");
  await store.tx(async (db) => {
    await findImport(store, db, id, "uploaded");
    await writeBegun(store, db, id, null);
    const { dataImport } = store.t;
    await db
      .update(dataImport)
      .set({ state: "cancelled", report: null })
      .where(eq(dataImport.id, id));
  });
}
