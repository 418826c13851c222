import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { DomainError } from "../../domain/errors";
import { appendRevision } from "../append-revision";
import { askPublication } from "../ask-publication";
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
  const { incident, incidentLink } = store.t;
  await store.tx(async (db) => {
    const [link] = await db.select().from(incidentLink).where(eq(incidentLink.id, input.linkId));
    if (!link) throw new DomainError("link.not_found", { id: input.linkId });
    const refOf = async (id: string) => {
      const [row] = await db
        .select({ ref: incident.ref })
        .from(incident)
        .where(eq(incident.id, id));
      return row!.ref;
    };
    const { type, note } = link;
    const before = { from: await refOf(link.fromId), to: await refOf(link.toId), type, note };
    await db.delete(incidentLink).where(eq(incidentLink.id, link.id));
    await askPublication(store, db, [link.fromId, link.toId]);
    await appendRevision(
      store,
      db,
      {
        action: "unlink",
        entity: "link",
        entityId: link.id,
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
