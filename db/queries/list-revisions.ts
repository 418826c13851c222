import { and, desc, eq, gt } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { Revision } from "../../domain/revision";
import type { Store } from "../store";
import { revisionColumns, toRevision } from "../to-revision";

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
    .select(revisionColumns(store))
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
  return rows.map(toRevision);
}
