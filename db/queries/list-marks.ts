import { type Actor, authorise } from "../../domain/actor";
import type { MarkView } from "../../domain/mark-view";
import { readCitedSources } from "../read-cited-sources";
import { findIncident, readDocument } from "../read-incident";
import { readMarks } from "../read-marks";
import type { Store } from "../store";

/**
 * Every mark of the personal-data guard that still stands in an incident as it is now and in the sources it cites,
 * for whoever edits or reviews it; null when there is none of that reference.
 */
export async function listMarks(
  store: Store,
  actor: Actor,
  ref: string,
): Promise<MarkView[] | null> {
  authorise(actor, "review.list");
  return store.snapshot(async (db) => {
    const row = await findIncident(store, db, ref);
    if (!row) return null;
    const document = await readDocument(store, db, row);
    const sourceIds = document.claims.map(({ sourceId }) => sourceId);
    const sources = await readCitedSources(store, db, sourceIds);
    return readMarks(store, db, { id: row.id, document, sources });
  });
}
