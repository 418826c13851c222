import type { Actor } from "../../domain/actor";
import type { IncidentDetail } from "../../domain/incident-detail";
import { authoriseReading } from "../authorise-reading";
import { exportInBatches } from "../export-in-batches";
import type { ExportRequest } from "../open-export";
import { incidentDetailReader } from "../read-incident-details";
import type { Store } from "../store";

/** All incidents a filter asks for with everything of them, in batches, by the rules of `exportInBatches`. */
export async function* exportIncidentDetails(
  store: Store,
  actor: Actor,
  request: ExportRequest,
): AsyncGenerator<IncidentDetail[], void, undefined> {
  authoriseReading(store, actor, "incident.export");
  // Half as many as of rows: each takes longer, and others wait for a batch.
  yield* exportInBatches(store, { batch: 50, ...request }, (db) => incidentDetailReader(store, db));
}
