import "server-only";
import { removeUpload } from "../../../adapters/uploads";
import { type ImportMode, runImport } from "../../../db/commands/run-import";
import { findSimilar } from "../../../db/queries/find-similar";
import type { Actor } from "../../../domain/actor";
import { DomainError } from "../../../domain/errors";
import type { ImportView } from "../../../domain/import/import-view";
import type { PlaceIndex } from "../../../domain/import/place-index";
import type { KindDecision } from "../../../domain/personal-data/decide-by-kind";
import type { MarkKind } from "../../../domain/personal-data/mark";
import { importFolder } from "../../_server/import-folder";
import { getStore } from "../../_server/store";
import { namedPlaces, openWaiting } from "./open-waiting";
import { runNoted } from "./run-noted";

type Decisions = Partial<Record<MarkKind, KindDecision>>;

/**
 * Begins to check or to apply an import in the background. What is in the ledger wholly needs its file no more; where
 * only the good rows were taken it stays, for the file to mend. `known`: the places, where they are read already.
 * Errors: `import.mapping_needed`, `import.not_found`.
 */
export async function runWaiting(
  actor: Actor,
  view: ImportView,
  mode: ImportMode,
  decisions: Decisions,
  known?: PlaceIndex,
): Promise<void> {
  const store = await getStore();
  const places = view.format === "table" ? (known ?? (await namedPlaces(actor))) : null;
  const { id, mapping } = view;
  if (view.format === "table" && !mapping) throw new DomainError("import.mapping_needed");
  const file = await openWaiting(view);
  if (file === null) throw new DomainError("import.not_found");
  const items = () => (file.format === "package" ? file.items() : file.items(mapping!, places!));
  const kind = mode === "check" ? "check" : "apply";
  const begun = await runNoted(actor, { id, kind }, async (onProgress, signal) => {
    try {
      const report = await runImport(
        store,
        {
          id,
          mode,
          items,
          decisions,
          // Whatever comes in through the web is a draft.
          restores: false,
          onProgress,
          signal,
          ...(mode === "check" && {
            findSimilar: (asked) => findSimilar(store, actor, asked),
          }),
        },
        actor,
      );
      if (report.isApplied && report.faultCount === 0) await removeUpload(importFolder(), id);
    } finally {
      file.close();
    }
  });
  if (!begun) file.close();
}
