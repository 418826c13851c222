import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { DomainError } from "../../domain/errors";
import { identifier } from "../../domain/text";
import { appendRevision } from "../append-revision";
import { type Clock, systemClock } from "../clock";
import type { Store } from "../store";

/** Marks a comment as done with. Twice is once. Errors: `comment.not_found`, `incident.retracted`. */
export async function resolveComment(
  store: Store,
  input: { id: string },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<void> {
  authorise(actor, "incident.comment");
  if (!identifier.safeParse(input.id).success) throw new DomainError("comment.not_found");
  const { comment, incident } = store.t;
  await store.tx(async (db) => {
    const [row] = await db
      .select({
        id: comment.id,
        resolvedAt: comment.resolvedAt,
        ref: incident.ref,
        reviewStatus: incident.reviewStatus,
      })
      .from(comment)
      .innerJoin(incident, eq(incident.id, comment.incidentId))
      .where(eq(comment.id, input.id));
    if (!row) throw new DomainError("comment.not_found");
    if (row.reviewStatus === "retracted")
      throw new DomainError("incident.retracted", { ref: row.ref });
    if (row.resolvedAt !== null) return;
    const resolved = { resolvedAt: clock.now(), resolvedBy: actor.id };
    await db.update(comment).set(resolved).where(eq(comment.id, row.id));
    await appendRevision(
      store,
      db,
      {
        action: "resolve",
        entity: "comment",
        entityId: row.id,
        version: null,
        reason: "",
        before: { ref: row.ref, resolvedAt: null, resolvedBy: null },
        after: { ref: row.ref, ...resolved },
      },
      actor,
      clock,
    );
  });
}
