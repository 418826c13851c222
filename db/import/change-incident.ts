import { isDeepStrictEqual } from "node:util";
import { diffDocuments } from "../../domain/diff-document";
import { InvalidInput } from "../../domain/errors";
import type { IncidentItem } from "../../domain/import/import-item";
import { overlayItem } from "../../domain/import/overlay-item";
import type { IncidentDocument } from "../../domain/incident";
import type { Keep } from "../../domain/keep";
import { changeInside } from "../change-inside";
import type { IncidentRow } from "../read-incident";
import { readPastVersion } from "../read-past-version";
import { checkDocument } from "../write-incident";
import type { AppliedIncident } from "./applied-incident";
import type { Applying } from "./applying";
import type { Target } from "./find-target";
import { staged } from "./import-queue";
import { keptColumns } from "./kept-columns";
import { stageRow } from "./stage-row";
import { withSources } from "./with-sources";

/** Brings what a row says together with the incident that it is about; to be done `alone`. */
export async function changeIncident(
  applying: Applying,
  { row, version: imported, before }: Target & { before: IncidentDocument },
  said: { item: IncidentItem; document: IncidentDocument; keep: Keep[] },
): Promise<AppliedIncident> {
  const { store, db, actor, clock, queue } = applying;
  const { item, keep } = said;
  const { id, ref, title } = row;
  const beside = staged();
  const { document, kept: left } = await withSources(applying, beside, said);
  const kept = await keptColumns(applying, beside, { ...item, kept: left });
  queue.add(beside);
  // The sources must be there for the document that cites them.
  await queue.flush();
  const after = checkDocument(
    item.rows
      ? document
      : overlayItem(
          before,
          { ...item, document: checkDocument(document) },
          await lastImported(applying, row, imported),
        ),
  );
  const note = (noted: { action: "unchanged" | "changed"; version: number }) => {
    const own = staged();
    stageRow(applying, own, { item, kept, id, ...noted });
    queue.add(own);
  };
  if (isDeepStrictEqual(after, before)) {
    note({ action: "unchanged", version: row.version });
    return { action: "unchanged", ref, title, changes: [] };
  }
  if (row.mergedIntoId !== null)
    throw new InvalidInput([{ path: "", code: "import.merged", values: { value: ref } }]);
  const { version } = await changeInside(
    store,
    db,
    { ref, version: row.version, action: "import", reason: "", keep, guards: "new" },
    () => after,
    actor,
    clock,
  );
  note({ action: "changed", version });
  return { action: "changed", ref, title: after.title, changes: diffDocuments(before, after) };
}

/** The document as the last import of the row left it; null where a purge emptied it, or no import is known. */
async function lastImported(
  { store, db }: Applying,
  row: IncidentRow,
  version: number | null,
): Promise<IncidentDocument | null> {
  if (version === null) return null;
  const past = await readPastVersion(store, db, row.id, { version });
  return past?.document ?? null;
}
