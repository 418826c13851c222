import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { Store } from "../store";

/** The ids of all imports whose file waits to be brought in. */
export async function listWaitingImports(store: Store, actor: Actor): Promise<string[]> {
  authorise(actor, "data.import");
  const { id, state } = store.t.dataImport;
  const rows = await store.read
    .select({ id })
    .from(store.t.dataImport)
    .where(eq(state, "uploaded"));
  return rows.map((row) => row.id);
}
