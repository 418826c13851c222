import { getDocumentNames } from "../../../db/queries/get-document-names";
import type { Store } from "../../../db/store";
import type { Actor } from "../../../domain/actor";
import { type IncidentNames, incidentNames } from "../../../domain/incident-names";
import { revisedDocuments } from "../../../domain/revised-documents";
import type { Revision } from "../../../domain/revision";
import type { Say } from "../../../domain/say";
import { sourceLabel } from "../../../domain/source-label";

/** What to call everything that the revisions, newest first, speak of, also what is no longer there. */
export async function revisionNames(
  store: Store,
  actor: Actor,
  revisions: readonly Pick<Revision, "before" | "after">[],
  locale: string,
  say: Say,
): Promise<IncidentNames> {
  const documents = revisions.toReversed().flatMap((revision) => {
    const revised = revisedDocuments(revision);
    return revised === null ? [] : [revised.before, revised.after];
  });
  const { sources, places } = await getDocumentNames(store, actor, documents);
  const source = Object.fromEntries(
    Object.entries(sources).map(([id, one]) => [id, sourceLabel(one, locale, say)]),
  );
  return incidentNames(documents, { place: places, source }, say);
}
