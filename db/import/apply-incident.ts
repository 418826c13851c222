import { columnWith } from "../../domain/import/column-with";
import type { ImportPosition, IncidentItem } from "../../domain/import/import-item";
import type { Issue } from "../../domain/issue";
import { incidentTexts } from "../../domain/personal-data/free-texts";
import { buildIncident } from "../../domain/tables/build-incident";
import { findIncident, readDocument } from "../read-incident";
import { alone } from "./alone";
import type { AppliedIncident } from "./applied-incident";
import type { Applying } from "./applying";
import { changeIncident } from "./change-incident";
import { checkSummary } from "./check-summary";
import { decideTexts } from "./decide-texts";
import { placingFaults, refuseFaults } from "./faulty-item";
import { findTarget } from "./find-target";
import { staged } from "./import-queue";
import { keepEdited, keepReview, keepStates } from "./keep-states";
import { keptColumns } from "./kept-columns";
import { stageIncident } from "./stage-incident";
import { stageRow } from "./stage-row";
import { withSources } from "./with-sources";

/**
 * One incident that comes in: logged anew as a draft, or brought together with the one that its reference or an earlier
 * import of the same row names. A row that says what it said before changes nothing.
 * What is new waits in the queue. Throws FaultyItem with every fault.
 */
export async function applyIncident(
  applying: Applying,
  item: IncidentItem,
): Promise<AppliedIncident> {
  const { store, db } = applying;
  const { at, columns = {}, cells = {} } = item;
  const ofRow = ({ path, values }: Issue) => ({
    ...at,
    column: columnOf(path, columns) ?? columnWith(values?.words, cells) ?? at.column,
  });
  const target = await placingFaults(ofRow, () => findTarget(applying, item));
  if (target?.isSame) {
    const { rows } = item;
    if (rows) {
      await keepStates(applying, item, target.row);
      await keepEdited(applying, { ...item, rows }, target);
    }
    const { ref, title } = target.row;
    return { action: "unchanged", ref, title, changes: [] };
  }
  if (target && item.ref !== null && !item.rows) {
    const { ref, title } = target.row;
    checkSummary(item, target.row);
    return { action: "unchanged", ref, title, changes: [] };
  }
  const before = target && (await readDocument(store, db, target.row));
  const built = item.rows
    ? buildIncident(item.rows, before)
    : { document: item.document, faults: [], positionOf: null };
  refuseFaults(target && item.rows ? built.faults : item.faults);
  const positionOf = (issue: Issue) =>
    versionAt(item, issue) ??
    (built.positionOf && !issue.path.startsWith("kept.")
      ? built.positionOf(issue.path)
      : ofRow(issue));
  return placingFaults(positionOf, async () => {
    const decided = decideTexts(built.document, incidentTexts, applying);
    const said = { item, document: decided.thing, keep: decided.keep };
    if (!target || !before) return create(applying, said);
    const { row } = target;
    const applied = await alone(applying, () =>
      changeIncident(applying, { ...target, before }, said),
    );
    const after = applied.action === "changed" ? await findIncident(store, db, row.ref) : row;
    if (item.rows) await keepStates(applying, item, after!);
    return applied;
  });
}

async function create(
  applying: Applying,
  said: Parameters<typeof stageIncident>[2],
): Promise<AppliedIncident> {
  const { item } = said;
  const own = staged();
  const { document, kept: left } = await withSources(applying, own, said);
  const kept = await keptColumns(applying, own, { ...item, kept: left });
  const { id, ref, version, reviewed } = await stageIncident(applying, own, { ...said, document });
  const former = [];
  for (const row of item.former ?? [])
    former.push({ ...row, kept: await keptColumns(applying, own, row) });
  stageRow(applying, own, { item: { ...item, former }, kept, id, action: "created", version });
  applying.queue.add(own);
  const into = item.review?.mergedInto ?? null;
  keepReview(applying, item, { ...reviewed, mergedInto: into });
  const { verified = [], ref: known } = item;
  for (const { number, at } of applying.restores ? [] : verified) {
    const values = { number, ref: known ?? "", reason: "draft" };
    applying.kept.push({ ...at, issue: { path: "", code: "kept.verified", values } });
  }
  if (into !== null) applying.merged.push({ id, into, at: item.at });
  return { action: "created", ref, title: document.title, changes: [] };
}

/** Where the verified version stands that an issue speaks of. */
function versionAt({ verified = [] }: IncidentItem, { path }: Issue): ImportPosition | undefined {
  const [list, at] = path.split(".");
  return list === "verified" ? verified[Number(at)]?.at : undefined;
}

/** The column of the longest beginning of a path; what is kept is said under its column's own name. */
function columnOf(path: string, columns: Record<string, string>): string | undefined {
  if (path.startsWith("kept.")) return path.slice("kept.".length);
  for (let at = path; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("."))))
    if (columns[at] !== undefined) return columns[at];
  return undefined;
}
