import type { IncidentItem } from "../../domain/import/import-item";
import { type IncidentDocument, incidentDocumentSchema } from "../../domain/incident";
import type { Keep } from "../../domain/keep";
import { locationIdsOf, nationalitiesOf } from "../../domain/outside-references";
import { incidentTexts } from "../../domain/personal-data/free-texts";
import { judgeTexts, withIssues } from "../guard-texts";
import { newIncident } from "../log-inside";
import { newId } from "../new-id";
import { checkDocument, checkedRows } from "../write-incident";
import type { Applying } from "./applying";
import type { Staged } from "./import-queue";
import { stageKept } from "./stage-kept";
import { type ReviewedFacts, reviewedFacts, stageReview } from "./stage-review";

/**
 * Stages a new incident of a row, as `logInside` would write it, and how far it was in its review where that comes back.
 * Errors: InvalidInput with every issue.
 */
export async function stageIncident(
  applying: Applying,
  staged: Staged,
  { item, document, keep }: { item: IncidentItem; document: IncidentDocument; keep: Keep[] },
): Promise<{ id: string; ref: string; version: number; reviewed: ReviewedFacts }> {
  const { actor, clock, facts, find, references, window } = applying;
  const parsed = incidentDocumentSchema.safeParse(document);
  const texts = parsed.success ? incidentTexts(parsed.data) : [];
  const id = newId(clock);
  const thing = { entity: "incident", entityId: id } as const;
  // Nothing is kept yet in what is new.
  const keptBefore = async () => new Set<string>();
  const on = { ...thing, part: "content" } as const;
  const guarded = await judgeTexts([{ texts, on }], keep, { keptBefore, find });
  const made = await withIssues(guarded.issues, async () => {
    const doc = parsed.success ? parsed.data : checkDocument(document);
    const sources = await facts.sources(doc.claims.map(({ sourceId }) => sourceId));
    const places = await facts.locations([...locationIdsOf(doc), ...nationalitiesOf(doc)]);
    const ref = item.ref ?? (await references.incident.next());
    const logged = newIncident({ id, ref }, actor, clock.now());
    const reviewed = reviewedFacts(applying, item, logged);
    return { doc, ref, reviewed, rows: checkedRows(reviewed, doc, sources, places) };
  });
  const { doc, ref, reviewed, rows } = made;
  const { version, verifiedNumber } = reviewed;
  staged.incidents.push(id);
  staged.writes.push((many) => {
    references.incident.taken(ref);
    window.incidentRefs.add(ref);
    many.addIncident(rows, verifiedNumber);
    many.log(
      { ...thing, action: "import", version: 1, reason: "", before: null, after: doc },
      actor,
      clock,
    );
  });
  stageKept(applying, staged, guarded.kept);
  if (version > 1) await stageReview(applying, staged, { id, document: doc, reviewed });
  return { id, ref, version, reviewed };
}
