import "server-only";
import { removeUpload } from "../../../adapters/uploads";
import { undoImport } from "../../../db/commands/undo-import";
import { checkUndo } from "../../../db/queries/check-undo";
import type { Actor } from "../../../domain/actor";
import type { Keep } from "../../../domain/keep";
import { importFolder } from "../../_server/import-folder";
import { getStore } from "../../_server/store";
import { runNoted } from "./run-noted";

/**
 * Begins to undo an import in the background, once it is sure that it is not refused. What waits of its file, to mend
 * the faulty rows, goes with it. Errors: those of `undoImport`.
 */
export async function undoApplied(
  actor: Actor,
  input: { id: string; reason: string; keep: readonly Keep[] },
): Promise<void> {
  const store = await getStore();
  await checkUndo(store, actor, input);
  await runNoted(actor, { id: input.id, kind: "undo" }, async (onProgress, signal) => {
    await undoImport(store, { ...input, onProgress, signal }, actor);
    await removeUpload(importFolder(), input.id);
  });
}
