import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { DomainError } from "../../domain/errors";
import { appendRevision } from "../append-revision";
import { type Clock, systemClock } from "../clock";
import type { Store } from "../store";

/** Takes a link away; the log keeps what it was. Errors: `link.not_found`. */
export async function unlinkIncidents(
  store: Store,
  input: { linkId: string },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<void> {
  authorise(actor, "incident.link");
  const { incidentLink } = store.t;
  await store.tx(async (db) => {
    const [before] = await db.select().from(incidentLink).where(eq(incidentLink.id, input.linkId));
    if (!before) throw new DomainError("link.not_found", { id: input.linkId });
    await db.delete(incidentLink).where(eq(incidentLink.id, before.id));
    await appendRevision(
      store,
      db,
      {
        action: "unlink",
        entity: "link",
        entityId: before.id,
        version: null,
        reason: "",
        before,
        after: null,
      },
      actor,
      clock,
    );
  });
}
