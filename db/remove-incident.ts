import { eq, inArray, or } from "drizzle-orm";
import { standAlone } from "./stand-alone";
import type { Db, Store } from "./store";
import { deletePublished } from "./write-incident";

/**
 * Takes an incident out of the ledger with all that belongs to it, inside a transaction; the log keeps what it says.
 * The public store follows where `noteRemoved` tells of it.
 */
export async function removeIncident(store: Store, db: Db, id: string): Promise<void> {
  const { comment, importedRow, incident, incidentLink, keptMark, notSameDecision } = store.t;
  const { publicationRecord, verifiedVersion } = store.t;
  const ids = [id];
  const comments = await db
    .select({ id: comment.id })
    .from(comment)
    .where(eq(comment.incidentId, id));
  const links = await db
    .select({ id: incidentLink.id })
    .from(incidentLink)
    .where(or(eq(incidentLink.fromId, id), eq(incidentLink.toId, id)));
  for (const one of [...comments, ...links]) ids.push(one.id);
  await db.delete(keptMark).where(inArray(keptMark.entityId, ids));
  for (const table of [comment, importedRow, verifiedVersion, publicationRecord])
    await db.delete(table).where(eq(table.incidentId, id));
  await db
    .delete(notSameDecision)
    .where(or(eq(notSameDecision.firstId, id), eq(notSameDecision.secondId, id)));
  const merged = await db
    .select({ id: incident.id })
    .from(incident)
    .where(eq(incident.mergedIntoId, id));
  for (const one of merged) await standAlone(store, db, one.id);
  await deletePublished(store, db, id);
}
