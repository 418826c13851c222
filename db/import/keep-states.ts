import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import type { IncidentItem } from "../../domain/import/import-item";
import { shown } from "../../domain/issue";
import { incidentTexts } from "../../domain/personal-data/free-texts";
import { redact } from "../../domain/personal-data/redact";
import { buildIncident } from "../../domain/tables/build-incident";
import { differingCells } from "../../domain/tables/differing-cells";
import { formerFile } from "../../domain/tables/imported-rows-table";
import type { Cells } from "../../domain/tables/table-column";
import { type IncidentRow, readDocument } from "../read-incident";
import { contentByReference } from "../verified-version-reader";
import type { Applying } from "./applying";
import { decideTexts } from "./decide-texts";
import type { Target } from "./find-target";
import { staged } from "./import-queue";
import { keepHere } from "./keep-here";
import { withSources } from "./with-sources";

/** Tells where our own tables have an incident in a state that an import does not change in one that is there. */
export async function keepStates(
  applying: Applying,
  item: IncidentItem,
  row: IncidentRow,
): Promise<void> {
  const { store, db } = applying;
  const { incident } = store.t;
  const [into] =
    row.mergedIntoId === null
      ? []
      : await db
          .select({ ref: incident.ref })
          .from(incident)
          .where(eq(incident.id, row.mergedIntoId));
  keepReview(applying, item, { ...row, mergedInto: into?.ref ?? null });
  await keepVersions(applying, item, row.id);
  await keepFormerRows(applying, item, row.id);
}

/** Verified versions come with an incident that is new alone; those that are there as the file has them are not told. */
async function keepVersions(
  { store, db, kept }: Applying,
  { ref, verified = [], document }: IncidentItem,
  incidentId: string,
): Promise<void> {
  if (verified.length === 0) return;
  const { verifiedVersion } = store.t;
  const rows = await db
    .select()
    .from(verifiedVersion)
    .where(eq(verifiedVersion.incidentId, incidentId));
  const there = new Map(rows.map((row) => [row.number, contentByReference(row)]));
  for (const { number, content, at } of verified) {
    const known = there.get(number);
    const isKnown = content
      ? isDeepStrictEqual(known, content)
      : isDeepStrictEqual(known?.document, document);
    const values = { number, ref: ref ?? "", reason: "other" };
    if (!isKnown) kept.push({ ...at, issue: { path: "", code: "kept.verified", values } });
  }
}

type Reviewed = Pick<IncidentRow, "reviewStatus" | "retractedReason"> & {
  mergedInto: string | null;
};

/** Tells where the file says otherwise how far an incident is in its review. An empty status says nothing. */
export function keepReview(
  applying: Applying,
  { rows }: IncidentItem,
  { reviewStatus, retractedReason, mergedInto }: Reviewed,
): void {
  const [own] = rows?.rows.incidents ?? [];
  if (!own) return;
  const here: Cells = {
    ...((own.cells.review_status ?? null) !== null && { review_status: reviewStatus }),
    retracted_reason: retractedReason,
    merged_into: mergedInto,
  };
  const said = Object.fromEntries(Object.entries(own.cells).filter(([column]) => column in here));
  for (const cell of differingCells(said, here))
    keepHere(applying, { file: rows?.files.incidents ?? "", line: own.line }, cell);
}

/** What former imports kept comes with an incident that is new alone. */
async function keepFormerRows(
  { store, db, kept, find }: Applying,
  { ref, former = [] }: IncidentItem,
  incidentId: string,
): Promise<void> {
  if (former.length === 0) return;
  const { importedRow } = store.t;
  const rows = await db.select().from(importedRow).where(eq(importedRow.incidentId, incidentId));
  const keyOf = (row: { import: string; file: string; line: number }) =>
    `${formerFile(row)} ${row.line}`;
  const there = new Map(rows.map((row) => [keyOf({ ...row, import: row.importId }), row.kept]));
  for (const row of former) {
    // The row that a package leaves of an incident has nothing to keep, as a rule.
    const isEmpty = row.rowKey === ref && Object.keys(row.kept).length === 0;
    if (isEmpty || !row.at || isDeepStrictEqual(there.get(keyOf(row)), row.kept)) continue;
    const text = JSON.stringify(row.kept);
    const values = { value: shown(redact(text, find(text))), ref: ref ?? "" };
    kept.push({ ...row.at, issue: { path: "kept", code: "kept.former_row", values } });
  }
}

/** Tells that rows that say what they said before say otherwise than an incident that was edited here meanwhile. */
export async function keepEdited(
  applying: Applying,
  item: IncidentItem & Required<Pick<IncidentItem, "rows">>,
  { row, version }: Target,
): Promise<void> {
  if (version === null || version === row.version) return;
  const { store, db, kept } = applying;
  const here = await readDocument(store, db, row);
  const { document } = buildIncident(item.rows, here);
  const { thing } = decideTexts(document, incidentTexts, applying);
  const said = await withSources(applying, staged(), { item, document: thing });
  if (isDeepStrictEqual(said.document, here)) return;
  const issue = { path: "", code: "kept.edited", values: { ref: row.ref } };
  kept.push({ ...item.at, issue });
}
