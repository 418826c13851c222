import type { ImportAction } from "../../domain/import/data-import";
import type { IncidentItem } from "../../domain/import/import-item";
import { formerFile } from "../../domain/tables/imported-rows-table";
import type { Applying } from "./applying";
import type { Staged } from "./import-queue";

type Noted = {
  item: IncidentItem;
  id: string;
  action: ImportAction;
  version: number;
  kept: Record<string, string>;
};

/** Stages what became of a row, and what former imports of the ledger it comes from kept of the incident. */
export function stageRow(
  { importId, window }: Applying,
  staged: Staged,
  { item, id, action, version, kept }: Noted,
): void {
  const { at, rowKey, rowDigest, former = [] } = item;
  const shared = { importId, incidentId: id, version, action };
  const own = { ...shared, file: at.file, line: at.line, rowKey, rowDigest, kept };
  const past =
    action === "created"
      ? former.map(({ at: _at, ...row }) => ({ ...row, ...shared, file: formerFile(row) }))
      : [];
  staged.writes.push((many) => {
    for (const row of [own, ...past]) window.rowKeys.add(row.rowKey);
    many.add("importedRow", [own, ...past]);
  });
}
