import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { DomainError } from "../../domain/errors";
import type { Keep } from "../../domain/keep";
import { readReason } from "../../domain/read-reason";
import { appendRevision } from "../append-revision";
import { askPublication } from "../ask-publication";
import { type Clock, systemClock } from "../clock";
import { guardReason } from "../guard-texts";
import type { Store } from "../store";

/**
 * Decides that an incident is public no more: every edition of it goes. The reason stays inside.
 * Errors: `incident.not_found`, `publication.not_public`; InvalidInput (reason).
 */
export async function unpublishIncident(
  store: Store,
  input: { ref: string; reason: string; keep?: readonly Keep[] },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<void> {
  authorise(actor, "incident.publish");
  const reason = readReason(input.reason, { required: true });
  const { incident, publicationRecord, verifiedVersion } = store.t;
  await store.tx(async (db) => {
    const [row] = await db.select().from(incident).where(eq(incident.ref, input.ref));
    if (!row) throw new DomainError("incident.not_found", { ref: input.ref });
    if (row.publication !== "public")
      throw new DomainError("publication.not_public", { ref: row.ref });
    const thing = { entity: "incident" as const, entityId: row.id };
    await guardReason(store, db, { reason, keep: input.keep }, thing, actor, clock);
    await db
      .update(publicationRecord)
      .set({ state: "withdrawn", reason, takenOffAt: clock.now() })
      .where(eq(publicationRecord.incidentId, row.id));
    // Whatever is published later, what was taken off does not come back with it.
    await db
      .update(verifiedVersion)
      .set({ publishedAt: null })
      .where(eq(verifiedVersion.incidentId, row.id));
    await askPublication(store, db, [row.id]);
    await db.update(incident).set({ publication: "internal" }).where(eq(incident.id, row.id));
    await appendRevision(
      store,
      db,
      {
        action: "unpublish",
        entity: "incident",
        entityId: row.id,
        version: null,
        reason,
        before: { publication: "public" },
        after: { publication: "internal" },
      },
      actor,
      clock,
    );
  });
}
