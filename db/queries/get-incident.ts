import type { Actor } from "../../domain/actor";
import type { IncidentView } from "../../domain/incident-view";
import { authoriseReading } from "../authorise-reading";
import { findIncident } from "../read-incident";
import { readIncidentView } from "../read-incident-view";
import type { Store } from "../store";

/** Everything of one incident, at one moment; null when there is none of that reference. */
export async function getIncident(
  store: Store,
  actor: Actor,
  ref: string,
): Promise<IncidentView | null> {
  authoriseReading(store, actor, "incident.read");
  return store.snapshot(async (db) => {
    const row = await findIncident(store, db, ref);
    return row && readIncidentView(store, db, row);
  });
}
