import type { Actor } from "../../domain/actor";
import type { IncidentRow } from "../../domain/incident-row";
import { authoriseReading } from "../authorise-reading";
import { type ExportRequest, openExport } from "../open-export";
import type { Store } from "../store";
import { summaryReader } from "../summary-reader";

/**
 * All incidents a filter asks for as rows of the list with citations, in batches, by the rules of `exportInBatches`.
 */
export async function* exportIncidents(
  store: Store,
  actor: Actor,
  request: ExportRequest,
): AsyncGenerator<IncidentRow[], void, undefined> {
  authoriseReading(store, actor, "incident.export");
  const { db, numbers, close } = await openExport(store, request);
  try {
    const read = summaryReader(store, db);
    for await (const some of numbers()) yield await read(some);
  } finally {
    await close();
  }
}
