import type { AssessmentChange } from "../domain/assessment-change";
import { DomainError } from "../domain/errors";
import { headlineOf } from "../domain/headline";
import type { IncidentDocument } from "../domain/incident";
import { locationIdsOf, nationalitiesOf } from "../domain/outside-references";
import { statusAfterEdit } from "../domain/review";
import type { Assessment } from "../domain/vocabulary";
import { sha256 } from "./append-revision";
import { locationFacts } from "./location-facts";
import { findIncident, readDocument } from "./read-incident";
import { sourceFacts } from "./source-facts";
import type { Db, Store } from "./store";

/**
 * What would become of each of the incidents, in their order, if all claims of the source in it were judged so.
 * `digest`: of all that, so that what is done later can be held against what was shown. Errors: `incident.not_found`.
 */
export async function assessmentChanges(
  store: Store,
  db: Db,
  { sourceId, assessment, refs }: { sourceId: string; assessment: Assessment; refs: string[] },
): Promise<{ changes: AssessmentChange[]; digest: string }> {
  const changes: AssessmentChange[] = [];
  for (const ref of refs) {
    const row = await findIncident(store, db, ref);
    if (!row) throw new DomainError("incident.not_found", { ref });
    const document = await readDocument(store, db, row);
    const judged = withAssessment(document, sourceId, assessment);
    const sources = await sourceFacts(
      store,
      db,
      document.claims.map((claim) => claim.sourceId),
    );
    const locations = await locationFacts(store, db, [
      ...locationIdsOf(document),
      ...nationalitiesOf(document),
    ]);
    const { title, version, reviewStatus, headline } = row;
    changes.push({
      ref,
      title,
      version,
      reviewStatus,
      statusAfter: statusAfterEdit(reviewStatus),
      ofSource: document.claims.filter((claim) => claim.sourceId === sourceId).length,
      claims: judged.claims.filter((claim, at) => claim !== document.claims[at]).length,
      before: headline,
      after: headlineOf(judged, sources, locations),
    });
  }
  return { changes, digest: sha256(JSON.stringify([sourceId, assessment, changes])) };
}

/** The document with all claims of the source judged so; a claim that was already is the same object. */
export function withAssessment(
  document: IncidentDocument,
  sourceId: string,
  assessment: Assessment,
): IncidentDocument {
  const claims = document.claims.map((claim) =>
    claim.sourceId === sourceId && claim.assessment !== assessment
      ? { ...claim, assessment }
      : claim,
  );
  return { ...document, claims };
}
