import type { Actor } from "../../domain/actor";
import type { IncidentRow } from "../../domain/incident-row";
import { authoriseReading } from "../authorise-reading";
import { exportInBatches } from "../export-in-batches";
import type { ExportRequest } from "../open-export";
import { incidentRowReader } from "../read-incident-rows";
import type { Store } from "../store";

/** All incidents a filter asks for as rows of the list with citations, in batches, by the rules of `exportInBatches`. */
export async function* exportIncidents(
  store: Store,
  actor: Actor,
  request: ExportRequest,
): AsyncGenerator<IncidentRow[], void, undefined> {
  authoriseReading(store, actor, "incident.export");
  yield* exportInBatches(store, request, (db) => incidentRowReader(store, db, { citations: true }));
}
