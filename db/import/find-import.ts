import { eq } from "drizzle-orm";
import { DomainError } from "../../domain/errors";
import type { ImportState } from "../../domain/import/data-import";
import type { Db, Store } from "../store";

export type ImportRow = Store["t"]["dataImport"]["$inferSelect"];

/** The row of an import in a state. Errors: `import.not_found`, `import.not_possible` in any other state. */
export async function findImport(
  { t }: Store,
  db: Db,
  id: string,
  state: ImportState,
): Promise<ImportRow> {
  const [row] = await db.select().from(t.dataImport).where(eq(t.dataImport.id, id));
  if (!row) throw new DomainError("import.not_found");
  if (row.state !== state) throw new DomainError("import.not_possible", { state: row.state });
  return row;
}
