import type { ImportAction, ImportedEntity } from "../../domain/import/data-import";
import type { Applying } from "./applying";

/** Remembers that something came or changed with an import, for whoever undoes it. */
export async function noteThing(
  { store, db, importId }: Applying,
  entity: ImportedEntity,
  entityId: string,
  action: ImportAction,
  version: number,
): Promise<void> {
  await db
    .insert(store.t.importedThing)
    .values({ importId, entity, entityId, action, version })
    .onConflictDoNothing();
}
