import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { InvalidInput } from "../../domain/errors";
import { shown } from "../../domain/issue";
import { appendRevision } from "../append-revision";
import { type Clock, systemClock } from "../clock";
import { unknownColleagues } from "../colleague-accounts";
import { findOpenIncident } from "../find-open-incident";
import type { Store } from "../store";

/**
 * Asks somebody to see to an incident, or nobody (null). It must be an account that may edit, or whoever asks.
 * Errors: InvalidInput with `account.unknown`; `incident.not_found`, `incident.retracted`, `incident.stale_version`.
 */
export async function assignIncident(
  store: Store,
  input: { ref: string; version: number; assigneeId: string | null },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ version: number }> {
  authorise(actor, "incident.assign");
  const { assigneeId } = input;
  return store.tx(async (db) => {
    const row = await findOpenIncident(store, db, input);
    if (assigneeId !== null) {
      const unknown = await unknownColleagues(store, db, [assigneeId], "incident.revise", actor);
      if (unknown.length > 0)
        throw new InvalidInput([
          { path: "assigneeId", code: "account.unknown", values: { value: shown(assigneeId) } },
        ]);
    }
    if (assigneeId === row.assigneeId) return { version: row.version };
    const version = row.version + 1;
    await db
      .update(store.t.incident)
      .set({ assigneeId, version, updatedAt: clock.now() })
      .where(eq(store.t.incident.id, row.id));
    await appendRevision(
      store,
      db,
      {
        action: "assign",
        entity: "incident",
        entityId: row.id,
        version,
        reason: "",
        before: { assigneeId: row.assigneeId },
        after: { assigneeId },
      },
      actor,
      clock,
    );
    return { version };
  });
}
