import { asc, ne } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { Store } from "../store";

/** The ids of everybody of whom an access is recorded, in order. */
export async function listAccessActors(store: Store, actor: Actor): Promise<string[]> {
  authorise(actor, "access.read");
  const { accessEntry } = store.t;
  const rows = await store.read
    .selectDistinct({ actor: accessEntry.actor })
    .from(accessEntry)
    .where(ne(accessEntry.actor, ""))
    .orderBy(asc(accessEntry.actor));
  return rows.map((row) => row.actor);
}
