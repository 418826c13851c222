import { type Actor, authorise } from "../../domain/actor";
import type { AssessmentChange } from "../../domain/assessment-change";
import type { NamedSource } from "../../domain/source-row";
import type { Assessment } from "../../domain/vocabulary";
import { assessmentChanges } from "../assessment-changes";
import { placeNames } from "../place-names";
import { findSource } from "../read-source";
import type { Store } from "../store";

/** What a change of assessment would do. `names`: of the places in the headlines, by id. */
export type AssessmentPreview = {
  source: NamedSource;
  changes: AssessmentChange[];
  digest: string;
  names: Record<string, string>;
};

/**
 * What would become of the incidents if all claims of the source in them were judged so, at one moment. Nothing is
 * changed. Null where there is no such source. Errors: `incident.not_found`.
 */
export async function previewAssessment(
  store: Store,
  actor: Actor,
  input: { source: string; assessment: Assessment; refs: string[] },
): Promise<AssessmentPreview | null> {
  authorise(actor, "claim.assess");
  return store.snapshot(async (db) => {
    const row = await findSource(store, db, input.source);
    if (!row) return null;
    const { ref, publisher, title } = row;
    const found = await assessmentChanges(store, db, { ...input, sourceId: row.id });
    const places = found.changes.flatMap(({ before, after }) =>
      [before, after].flatMap(({ countries, provinces, laterProvinces, localities }) => [
        ...countries,
        ...provinces,
        ...laterProvinces,
        ...localities,
      ]),
    );
    const names = Object.fromEntries(await placeNames(store, db, places));
    return { source: { ref, publisher, title }, ...found, names };
  });
}
