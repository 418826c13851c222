import { getDocumentNames } from "../../db/queries/get-document-names";
import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import { type IncidentNames, incidentNames } from "../../domain/incident-names";
import type { LogRow } from "../../domain/log-row";
import { revisedDocuments } from "../../domain/revised-documents";
import { revisedSources } from "../../domain/revised-sources";
import type { Say } from "../../domain/say";
import { sourceLabel } from "../../domain/source-label";

/** For each of the rows, what to call everything that it speaks of. */
export async function logNames(
  store: Store,
  actor: Actor,
  rows: readonly LogRow[],
  locale: string,
  say: Say,
): Promise<IncidentNames[]> {
  const documents = rows.map((row) => {
    const revised = revisedDocuments(row);
    return revised === null ? [] : [revised.before, revised.after];
  });
  const origins = rows.flatMap((row) => {
    const revised = revisedSources(row);
    return [...(revised?.before?.derivedFrom ?? []), ...(revised?.after.derivedFrom ?? [])];
  });
  const { sources, places } = await getDocumentNames(store, actor, documents.flat(), origins);
  const source = Object.fromEntries(
    Object.entries(sources).map(([id, one]) => [id, sourceLabel(one, locale, say)]),
  );
  return documents.map((ofRow) => incidentNames(ofRow, { place: places, source }, say));
}
