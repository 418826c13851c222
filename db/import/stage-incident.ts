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
import { decideVersions, restoreVersions } from "./restored-versions";
import { stageKept } from "./stage-kept";
import { historyOf, type ReviewedFacts, reviewedFacts, stageReview } from "./stage-review";

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
  const past = decideVersions(applying, item);
  const parsed = incidentDocumentSchema.safeParse(document);
  const texts = parsed.success ? incidentTexts(parsed.data) : [];
  const id = newId(clock);
  const thing = { entity: "incident", entityId: id } as const;
  // Nothing is kept yet in what is new.
  const keptBefore = async () => new Set<string>();
  const on = { ...thing, part: "content" } as const;
  const guarded = await judgeTexts(
    [{ texts: [...texts, ...past.texts], on }],
    [...keep, ...past.keep],
    { keptBefore, find },
  );
  const made = await withIssues(guarded.issues, async () => {
    const doc = parsed.success ? parsed.data : checkDocument(document);
    const sources = await facts.sources(doc.claims.map(({ sourceId }) => sourceId));
    const places = await facts.locations([...locationIdsOf(doc), ...nationalitiesOf(doc)]);
    const ref = item.ref ?? (await references.incident.next());
    const logged = newIncident({ id, ref }, actor, clock.now());
    const { versions, issues } = await restoreVersions(applying, past.verified);
    const history = historyOf(versions, doc);
    const reviewed = reviewedFacts(applying, item, { logged, history });
    const rows = await withIssues(issues, async () => checkedRows(reviewed, doc, sources, places));
    return { ref, reviewed, history, rows };
  });
  const { ref, reviewed, history, rows } = made;
  const { version, verifiedNumber } = reviewed;
  staged.incidents.push(id);
  staged.writes.push((many) => {
    references.incident.taken(ref);
    window.incidentRefs.add(ref);
    many.addIncident(rows, verifiedNumber);
  });
  await stageReview(applying, staged, { id, reviewed, history });
  stageKept(applying, staged, guarded.kept);
  return { id, ref, version, reviewed };
}
