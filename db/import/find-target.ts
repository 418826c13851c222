import { desc, eq } from "drizzle-orm";
import { InvalidInput } from "../../domain/errors";
import type { IncidentItem } from "../../domain/import/import-item";
import { shown } from "../../domain/issue";
import { readReference } from "../../domain/reference";
import { findIncident, type IncidentRow } from "../read-incident";
import type { Applying } from "./applying";

/**
 * The incident of the ledger that a row is about. `isSame`: the row says what it said when it was imported last;
 * `version`: the incident's after that, null where this row never was.
 */
export type Target = { row: IncidentRow; isSame: boolean; version: number | null };

/**
 * Finds an incident by its reference, or by an earlier import of the same row; null where it is a new one.
 * Errors: InvalidInput where the reference is none.
 */
export async function findTarget(
  { store, db, queue, window }: Applying,
  { ref, rowKey, rowDigest }: IncidentItem,
): Promise<Target | null> {
  const { dataImport, importedRow, incident } = store.t;
  if (ref !== null && readReference("INC", ref) !== ref)
    throw new InvalidInput([
      { path: "reference", code: "incident.not_a_reference", values: { value: shown(ref) } },
    ]);
  if (!window.rowKeys.has(rowKey) && (ref === null || !window.incidentRefs.has(ref))) return null;
  await queue.flush();
  const [met] = await db
    .select({
      id: importedRow.incidentId,
      digest: importedRow.rowDigest,
      version: importedRow.version,
    })
    .from(importedRow)
    .innerJoin(dataImport, eq(dataImport.id, importedRow.importId))
    .where(eq(importedRow.rowKey, rowKey))
    .orderBy(desc(dataImport.createdAt), desc(importedRow.version))
    .limit(1);
  if (ref !== null) {
    const row = await findIncident(store, db, ref);
    const own = met?.id === row?.id ? met : undefined;
    if (row) return { row, isSame: own?.digest === rowDigest, version: own?.version ?? null };
  }
  if (!met) return null;
  const [row] = await db.select().from(incident).where(eq(incident.id, met.id));
  return row ? { row, isSame: met.digest === rowDigest, version: met.version } : null;
}
