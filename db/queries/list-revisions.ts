import { and, desc, eq, gt } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { Revision, RevisionAction, RevisionEntity } from "../../domain/revision";
import type { Store } from "../store";

/**
 * The log of one incident, newest first; `sinceVersion`: only what was written after that version.
 * An unknown reference has none.
 */
export async function listRevisions(
  store: Store,
  actor: Actor,
  { ref, sinceVersion = 0 }: { ref: string; sinceVersion?: number },
): Promise<Revision[]> {
  authorise(actor, "history.read");
  const { incident, revision } = store.t;
  const rows = await store.read
    .select({
      seq: revision.seq,
      at: revision.at,
      actor: revision.actor,
      action: revision.action,
      entity: revision.entity,
      version: revision.version,
      reason: revision.reason,
      payload: revision.payload,
    })
    .from(revision)
    .innerJoin(incident, eq(incident.id, revision.entityId))
    .where(
      and(
        eq(revision.entity, "incident"),
        eq(incident.ref, ref),
        gt(revision.version, sinceVersion),
      ),
    )
    .orderBy(desc(revision.seq));
  return rows.map(({ payload, ...row }) => {
    const { before, after } = JSON.parse(payload ?? '{"before":null,"after":null}');
    return {
      ...row,
      action: row.action as RevisionAction,
      entity: row.entity as RevisionEntity,
      before,
      after,
    };
  });
}
