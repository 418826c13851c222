import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { IncidentDocument } from "../../domain/incident";
import type { NewSource } from "../../domain/new-source";
import { readReason } from "../../domain/read-reason";
import { appendRevision } from "../append-revision";
import { type Clock, systemClock } from "../clock";
import { insertNewSources } from "../insert-new-sources";
import { newFreeReference, newId } from "../new-id";
import type { Store } from "../store";
import { writeIncident } from "../write-incident";

/**
 * Logs a new incident as an internal draft: the sources that come with it, the incident, its headline and the
 * log entries in one transaction. Claims name a new source by its key.
 * Returns its permanent reference. Errors: InvalidInput with every issue; `not_allowed`.
 */
export async function logIncident(
  store: Store,
  input: { document: IncidentDocument; newSources?: readonly NewSource[]; reason?: string },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ ref: string }> {
  authorise(actor, "incident.log");
  const reason = readReason(input.reason ?? "");
  const { incident } = store.t;
  return store.tx(async (db) => {
    const ref = await newFreeReference("INC", clock, async (candidate) => {
      const found = await db
        .select({ id: incident.id })
        .from(incident)
        .where(eq(incident.ref, candidate));
      return found.length > 0;
    });
    const id = newId(clock);
    const at = clock.now();
    const document = await insertNewSources(
      store,
      db,
      input.document,
      input.newSources ?? [],
      actor,
      clock,
    );
    const after = await writeIncident(
      store,
      db,
      {
        id,
        ref,
        version: 1,
        reviewStatus: "draft",
        retractedReason: null,
        createdAt: at,
        updatedAt: at,
      },
      document,
    );
    await appendRevision(
      store,
      db,
      {
        action: "log",
        entity: "incident",
        entityId: id,
        version: 1,
        reason,
        before: null,
        after,
      },
      actor,
      clock,
    );
    return { ref };
  });
}
