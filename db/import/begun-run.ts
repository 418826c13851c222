import { eq } from "drizzle-orm";
import { z } from "zod";
import { IMPORT_RUNS, type ImportState, STATE_BEFORE } from "../../domain/import/data-import";
import type { Db, Store } from "../store";

const begunSchema = z.object({ kind: z.enum(IMPORT_RUNS), at: z.int() });

/** Something that was begun with an import. `at`: milliseconds since 1970. */
export type BegunRun = z.infer<typeof begunSchema>;

/** What was begun with an import in that state and has not ended; null where nothing is. */
export async function readBegun(
  { t }: Store,
  db: Db,
  { id, state }: { id: string; state: ImportState },
): Promise<BegunRun | null> {
  const { ledgerState } = t;
  const [row] = await db
    .select({ value: ledgerState.value })
    .from(ledgerState)
    .where(eq(ledgerState.key, keyOf(id)));
  const begun = row ? begunSchema.parse(JSON.parse(row.value)) : null;
  return begun && STATE_BEFORE[begun.kind] === state ? begun : null;
}

/** Notes what is begun with an import; null, in the transaction that ends it: nothing is. */
export async function writeBegun(
  { t }: Store,
  db: Db,
  id: string,
  begun: BegunRun | null,
): Promise<void> {
  const { ledgerState } = t;
  const key = keyOf(id);
  if (begun === null) {
    await db.delete(ledgerState).where(eq(ledgerState.key, key));
    return;
  }
  const value = JSON.stringify(begun);
  await db
    .insert(ledgerState)
    .values({ key, value })
    .onConflictDoUpdate({ target: ledgerState.key, set: { value } });
}

function keyOf(id: string): string {
  return `import_run ${id}`;
}
