import { asc, eq } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import { authoriseReading } from "../authorise-reading";
import { findIncident } from "../read-incident";
import type { Store } from "../store";

/** The incidents that were merged into the one of the reference; none where there is none of it. */
export async function listMerged(
  store: Store,
  actor: Actor,
  ref: string,
): Promise<{ ref: string; title: string }[]> {
  authoriseReading(store, actor, "review.list");
  const row = await findIncident(store, store.read, ref);
  if (!row) return [];
  const { incident } = store.t;
  return store.read
    .select({ ref: incident.ref, title: incident.title })
    .from(incident)
    .where(eq(incident.mergedIntoId, row.id))
    .orderBy(asc(incident.ref));
}
