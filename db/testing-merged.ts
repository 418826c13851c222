import { eq } from "drizzle-orm";
import { writeEntries } from "./incident-entries";
import type { Store } from "./store";

/** Leaves behind what merging one incident into another leaves of it, without its going into the other. */
export async function leaveMerged(store: Store, gone: string, kept: string): Promise<void> {
  const { incident } = store.t;
  await store.tx(async (db) => {
    const [into] = await db
      .select({ id: incident.id })
      .from(incident)
      .where(eq(incident.ref, kept));
    const [merged] = await db
      .update(incident)
      .set({ mergedIntoId: into!.id })
      .where(eq(incident.ref, gone))
      .returning({ id: incident.id });
    await writeEntries(store, db, [merged!.id]);
  });
}
