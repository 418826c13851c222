import { eq } from "drizzle-orm";
import { DomainError } from "../domain/errors";
import { findIncident, type IncidentRow } from "./read-incident";
import type { Db, Store } from "./store";

/**
 * The row of an incident that may still be changed, inside the transaction that changes it. `version`: the one the
 * person saw; null where the change can overwrite nobody's.
 * Errors: `incident.not_found`, `incident.merged` with where to, `incident.retracted`, `incident.stale_version` with the
 * current version.
 */
export async function findOpenIncident(
  store: Store,
  db: Db,
  { ref, version }: { ref: string; version: number | null },
): Promise<IncidentRow> {
  const row = await findIncident(store, db, ref);
  if (!row) throw new DomainError("incident.not_found", { ref });
  await refuseMerged(store, db, row);
  if (row.reviewStatus === "retracted")
    throw new DomainError("incident.retracted", { ref: row.ref });
  if (version !== null && version !== row.version)
    throw new DomainError("incident.stale_version", { given: version, current: row.version });
  return row;
}

/** Throws `incident.merged` where an incident lives on in another one; `into`: the reference of that. */
export async function refuseMerged(
  { t: { incident } }: Store,
  db: Db,
  { ref, mergedIntoId }: Pick<IncidentRow, "ref" | "mergedIntoId">,
): Promise<void> {
  if (mergedIntoId === null) return;
  const [into] = await db
    .select({ ref: incident.ref })
    .from(incident)
    .where(eq(incident.id, mergedIntoId));
  throw new DomainError("incident.merged", { ref, into: into!.ref });
}
