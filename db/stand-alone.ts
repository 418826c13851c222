import { eq } from "drizzle-orm";
import type { Publication } from "../domain/vocabulary";
import { askPublication } from "./ask-publication";
import { writeEntries } from "./incident-entries";
import type { Db, Store } from "./store";

/** Has an incident that was merged into another stand for itself again, public where it was public. */
export async function standAlone(store: Store, db: Db, id: string): Promise<Publication> {
  const { incident, publicationRecord } = store.t;
  const [record] = await db
    .select({ state: publicationRecord.state })
    .from(publicationRecord)
    .where(eq(publicationRecord.incidentId, id));
  const publication = record?.state === "public" ? "public" : "internal";
  await db.update(incident).set({ mergedIntoId: null, publication }).where(eq(incident.id, id));
  await writeEntries(store, db, [id]);
  await askPublication(store, db, [id]);
  return publication;
}
