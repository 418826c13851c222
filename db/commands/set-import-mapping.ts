import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { InvalidInput } from "../../domain/errors";
import { type TableMapping, tableMappingSchema } from "../../domain/import/table-mapping";
import type { TableReading } from "../../domain/import/table-reading";
import { issuesOf } from "../../domain/zod-issues";
import { type Clock, systemClock } from "../clock";
import { findImport } from "../import/find-import";
import type { Store } from "../store";

/**
 * Says how a table that waits to be imported is read, and remembers it for the next table with the same headers.
 * What was found when it was read otherwise is forgotten. Errors: InvalidInput, `import.not_found`,
 * `import.not_possible`.
 */
export async function setImportMapping(
  store: Store,
  input: { id: string; reading: TableReading; headersDigest: string; mapping: TableMapping },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<void> {
  authorise(actor, "data.import");
  const parsed = tableMappingSchema.safeParse(input.mapping, { reportInput: true });
  if (!parsed.success) throw new InvalidInput(issuesOf(parsed.error));
  const mapping = parsed.data;
  const { id, reading, headersDigest } = input;
  await store.tx(async (db) => {
    await findImport(store, db, id, "uploaded");
    const { dataImport, importMapping } = store.t;
    await db
      .update(dataImport)
      .set({ reading, headersDigest, mapping, report: null })
      .where(eq(dataImport.id, id));
    const remembered = { mapping, updatedAt: clock.now(), updatedBy: actor.id };
    await db
      .insert(importMapping)
      .values({ headersDigest, ...remembered })
      .onConflictDoUpdate({ target: importMapping.headersDigest, set: remembered });
  });
}
