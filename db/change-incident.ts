import type { Actor } from "../domain/actor";
import { DomainError } from "../domain/errors";
import type { IncidentDocument } from "../domain/incident";
import type { NewSource } from "../domain/new-source";
import { readReason } from "../domain/read-reason";
import type { RevisionAction } from "../domain/revision";
import { appendRevision } from "./append-revision";
import type { Clock } from "./clock";
import { insertNewSources } from "./insert-new-sources";
import { findIncident, readDocument } from "./read-incident";
import type { Store } from "./store";
import { writeIncident } from "./write-incident";

/**
 * One change to an existing incident: reads it, lets `change` make the new document, writes that with a fresh
 * headline and logs before and after, all in one transaction.
 * `version` is the one the person saw; null where the change cannot overwrite anybody's (adding a claim).
 * `newSources` are added with it; claims of the new document name them by their keys.
 * Errors: InvalidInput with every issue; `incident.not_found`, `incident.retracted`, `incident.stale_version` with the current version.
 */
export async function changeIncident(
  store: Store,
  input: {
    ref: string;
    version: number | null;
    action: RevisionAction;
    reason: string;
    newSources?: readonly NewSource[];
  },
  change: (before: IncidentDocument) => IncidentDocument,
  actor: Actor,
  clock: Clock,
): Promise<{ version: number }> {
  const reason = readReason(input.reason);
  return store.tx(async (db) => {
    const row = await findIncident(store, db, input.ref);
    if (!row) throw new DomainError("incident.not_found", { ref: input.ref });
    if (row.reviewStatus === "retracted")
      throw new DomainError("incident.retracted", { ref: row.ref });
    if (input.version !== null && input.version !== row.version)
      throw new DomainError("incident.stale_version", {
        given: input.version,
        current: row.version,
      });
    const before = await readDocument(store, db, row);
    const version = row.version + 1;
    const { id, ref, reviewStatus, retractedReason, createdAt } = row;
    const facts = {
      id,
      ref,
      version,
      reviewStatus,
      retractedReason,
      createdAt,
      updatedAt: clock.now(),
    };
    const changed = await insertNewSources(
      store,
      db,
      change(before),
      input.newSources ?? [],
      actor,
      clock,
    );
    const after = await writeIncident(store, db, facts, changed);
    await appendRevision(
      store,
      db,
      {
        action: input.action,
        entity: "incident",
        entityId: id,
        version,
        reason,
        before,
        after,
      },
      actor,
      clock,
    );
    return { version };
  });
}
