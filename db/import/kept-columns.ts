import { InvalidInput } from "../../domain/errors";
import type { IncidentItem } from "../../domain/import/import-item";
import { freeText } from "../../domain/personal-data/free-texts";
import { judgeTexts } from "../guard-texts";
import { keptDigests } from "../kept-words";
import type { Applying } from "./applying";
import { decideTexts } from "./decide-texts";
import type { Staged } from "./import-queue";
import { stageKept } from "./stage-kept";

/**
 * The columns that no field is made of, as they may stay. They are texts like all others: what must not be in the
 * ledger does not come in beside it.
 */
export async function keptColumns(
  applying: Applying,
  staged: Staged,
  { kept, rowKey }: Pick<IncidentItem, "kept" | "rowKey">,
): Promise<Record<string, string>> {
  const { store, db, find } = applying;
  const headers = Object.keys(kept);
  const cells = { cells: Object.values(kept) };
  const decided = decideTexts(
    cells,
    (row) => row.cells.map((text, at) => freeText(`cells.${at}`, text)),
    applying,
  );
  const texts = decided.thing.cells.map((text, at) => freeText(`kept.${headers[at]}`, text));
  const on = { entity: "import", entityId: rowKey, part: "content" } as const;
  const guarded = await judgeTexts([{ texts, on }], decided.keep, {
    // What was kept when the same row came before; another row has none that waits in the queue.
    keptBefore: (on) => keptDigests(store, db, on),
    find,
  });
  if (guarded.issues.length > 0) throw new InvalidInput(guarded.issues);
  stageKept(applying, staged, guarded.kept);
  return Object.fromEntries(headers.map((header, at) => [header, decided.thing.cells[at]!]));
}
