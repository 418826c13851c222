import { eq } from "drizzle-orm";
import type { ImportFault } from "../../domain/import/import-item";
import { shown } from "../../domain/issue";
import { writeEntries } from "../incident-entries";
import { findIncident } from "../read-incident";
import type { Applying } from "./applying";

/** Lets the references of merged incidents lead to those they were merged into, once all of them are there. */
export async function applyMerged({ store, db, merged }: Applying): Promise<ImportFault[]> {
  const { incident } = store.t;
  const faults: ImportFault[] = [];
  for (const { id, into, at } of merged) {
    const target = await findIncident(store, db, into);
    if (target === null || target.id === id)
      faults.push({
        ...at,
        issue: { path: "mergedInto", code: "incident.not_found", values: { ref: shown(into) } },
      });
    else await db.update(incident).set({ mergedIntoId: target.id }).where(eq(incident.id, id));
  }
  await writeEntries(
    store,
    db,
    merged.map(({ id }) => id),
  );
  return faults;
}
