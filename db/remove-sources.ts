import { inArray, or } from "drizzle-orm";
import type { Db, Store } from "./store";

/** Takes sources out of the ledger that nothing names any more, inside a transaction. */
export async function removeSources(store: Store, db: Db, ids: string[]): Promise<void> {
  const { keptMark, source, sourceDerivation } = store.t;
  await db.delete(keptMark).where(inArray(keptMark.entityId, ids));
  await db
    .delete(sourceDerivation)
    .where(or(inArray(sourceDerivation.sourceId, ids), inArray(sourceDerivation.fromId, ids)));
  await db.delete(source).where(inArray(source.id, ids));
}
