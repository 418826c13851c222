import { asc } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { Store } from "../store";

/** The ids of everybody who has written anything, in order. */
export async function listLogActors(store: Store, actor: Actor): Promise<string[]> {
  authorise(actor, "log.read");
  const { revision } = store.t;
  const rows = await store.read
    .selectDistinct({ actor: revision.actor })
    .from(revision)
    .orderBy(asc(revision.actor));
  return rows.map((row) => row.actor);
}
