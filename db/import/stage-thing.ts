import type { ImportedEntity } from "../../domain/import/data-import";
import type { Applying } from "./applying";
import type { Staged } from "./import-queue";

/** Stages that something came with an import, for whoever undoes it. */
export function stageThing(
  { importId }: Applying,
  staged: Staged,
  thing: { entity: ImportedEntity; entityId: string },
): void {
  staged.writes.push((many) =>
    many.add("importedThing", [{ importId, ...thing, action: "created", version: 1 }]),
  );
}
