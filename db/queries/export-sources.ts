import { and, ne } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import type { ApiSource } from "../../domain/api/api-source";
import { toApiSource } from "../../domain/api/api-source";
import { authoriseReading } from "../authorise-reading";
import { citedSourceReader } from "../cited-source-reader";
import { exportInBatches } from "../export-in-batches";
import { isOneOf } from "../is-one-of";
import type { ExportRequest } from "../open-export";
import type { Store } from "../store";

/**
 * The sources with a claim that is not rejected on an incident that a filter asks for, each once, in batches, by the
 * rules of `exportInBatches`: in the order in which the incidents of the list first cite them.
 */
export async function* exportSources(
  store: Store,
  actor: Actor,
  request: ExportRequest,
): AsyncGenerator<ApiSource[], void, undefined> {
  authoriseReading(store, actor, "incident.export");
  const { claim } = store.t;
  const given = new Set<string>();
  yield* exportInBatches(store, request, (db) => {
    const readSources = citedSourceReader(store, db);
    return async (incidentIds) => {
      const cited = await db
        .select({ incidentId: claim.incidentId, sourceId: claim.sourceId })
        .from(claim)
        .where(and(isOneOf(store, claim.incidentId, incidentIds), ne(claim.assessment, "rejected")))
        .orderBy(claim.position, claim.sourceId);
      const place = new Map(incidentIds.map((id, at) => [id, at]));
      const fresh = cited
        .sort((a, b) => place.get(a.incidentId)! - place.get(b.incidentId)!)
        .map(({ sourceId }) => sourceId)
        .filter((id) => !given.has(id));
      for (const id of fresh) given.add(id);
      const { sources, origins } = await readSources(fresh);
      return sources.map((source) =>
        toApiSource(source, source.derivedFrom.flatMap((id) => origins.get(id) ?? []).sort()),
      );
    };
  });
}
