import "server-only";
import { noteImportRun } from "../../../db/commands/note-import-run";
import type { Actor } from "../../../domain/actor";
import type { ImportRunKind } from "../../../domain/import/data-import";
import { type OnProgress, startRun } from "../../_server/import-runs";
import { publishOrLog } from "../../_server/publish-or-log";
import { getStore } from "../../_server/store";

/**
 * Begins something with an import in the background, noted in the ledger: where the program ends in the middle, the
 * import's page says so afterwards. The public store follows. Returns false, and does nothing, where something is being done with it.
 */
export async function runNoted(
  actor: Actor,
  { id, kind }: { id: string; kind: ImportRunKind },
  work: (onProgress: OnProgress, signal: AbortSignal) => Promise<void>,
): Promise<boolean> {
  const store = await getStore();
  return startRun(id, kind, async (onProgress, signal) => {
    await noteImportRun(store, { id, kind }, actor);
    try {
      await work(onProgress, signal);
    } catch (error) {
      if (signal.aborted) await noteImportRun(store, { id, kind: null }, actor);
      throw error;
    }
    await publishOrLog();
  });
}
