import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { DomainError } from "../../domain/errors";
import type { Keep } from "../../domain/keep";
import { readReason } from "../../domain/read-reason";
import { withdraw } from "../ask-publication";
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
  const { incident } = store.t;
  await store.tx(async (db) => {
    const [row] = await db.select().from(incident).where(eq(incident.ref, input.ref));
    if (!row) throw new DomainError("incident.not_found", { ref: input.ref });
    if (row.publication !== "public")
      throw new DomainError("publication.not_public", { ref: row.ref });
    const thing = { entity: "incident" as const, entityId: row.id };
    await guardReason(store, db, { reason, keep: input.keep }, thing, actor, clock);
    await withdraw(store, db, { id: row.id, reason }, actor, clock);
  });
}
