import { DomainError } from "../domain/errors";
import { findIncident, type IncidentRow } from "./read-incident";
import type { Db, Store } from "./store";

/**
 * The row of an incident that may still be changed, inside the transaction that changes it. `version`: the one the
 * person saw; null where the change can overwrite nobody's.
 * Errors: `incident.not_found`, `incident.retracted`, `incident.stale_version` with the current version.
 */
export async function findOpenIncident(
  store: Store,
  db: Db,
  { ref, version }: { ref: string; version: number | null },
): Promise<IncidentRow> {
  const row = await findIncident(store, db, ref);
  if (!row) throw new DomainError("incident.not_found", { ref });
  if (row.reviewStatus === "retracted")
    throw new DomainError("incident.retracted", { ref: row.ref });
  if (version !== null && version !== row.version)
    throw new DomainError("incident.stale_version", { given: version, current: row.version });
  return row;
}
