import { eq } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import type { IncidentDetail } from "../../domain/incident-detail";
import { authoriseReading } from "../authorise-reading";
import { incidentDetailReader } from "../read-incident-details";
import type { Store } from "../store";

/** Everything of one incident that leaves the ledger, at one moment; null when there is none of that reference. */
export async function getIncidentDetail(
  store: Store,
  actor: Actor,
  ref: string,
): Promise<IncidentDetail | null> {
  authoriseReading(store, actor, "incident.export");
  return store.snapshot(async (db) => {
    const { incident } = store.t;
    const rows = await db.select({ id: incident.id }).from(incident).where(eq(incident.ref, ref));
    const [detail] = await incidentDetailReader(store, db)(rows.map(({ id }) => id));
    return detail ?? null;
  });
}
