import "server-only";
import type { ImportRunKind } from "../../domain/import/data-import";

/**
 * Something that is being done with an import in the background. `done`: rows, or incidents that are undone; `all`: of
 * how many, where that is known; `at`: when it began; `failed`: it ended in a fault of the program.
 */
export type Run = {
  kind: ImportRunKind;
  done: number;
  all: number | null;
  at: number;
  failed: boolean;
};

export type OnProgress = (done: number, all?: number) => void;

type Kept = Run & { stop: AbortController };

// On globalThis: development reloads this module, and a run must be found again.
const kept = globalThis as typeof globalThis & { ledgerImportRuns?: Map<string, Kept> };
kept.ledgerImportRuns ??= new Map();
const runs = kept.ledgerImportRuns;

/** What is being done with an import, or ended badly; null where nothing is. */
export function runOf(id: string): Run | null {
  const run = runs.get(id);
  if (!run) return null;
  const { stop: _stop, ...told } = run;
  return told;
}

/**
 * Begins to do something with an import, unless something is being done with it: the answer need not wait for it.
 * Returns false, and does nothing, where something is. A fault of the program is logged by name and shown on the import's page; the ledger is then as it was.
 */
export function startRun(
  id: string,
  kind: ImportRunKind,
  work: (onProgress: OnProgress, signal: AbortSignal) => Promise<unknown>,
): boolean {
  if (runs.has(id) && !runs.get(id)!.failed) return false;
  const run: Kept = {
    kind,
    done: 0,
    all: null,
    at: Date.now(),
    failed: false,
    stop: new AbortController(),
  };
  runs.set(id, run);
  const onProgress: OnProgress = (done, all) => {
    run.done = done;
    if (all !== undefined) run.all = all;
  };
  work(onProgress, run.stop.signal).then(
    () => runs.delete(id),
    (error) => {
      if (run.stop.signal.aborted) return runs.delete(id);
      run.failed = true;
      // Not its message: a database's has the row in it.
      console.error("An import ended badly, and nothing of it was kept:", (error as Error).name);
      return false;
    },
  );
  return true;
}

/** Ends what is being done with an import; nothing of it is kept. */
export function stopRun(id: string): void {
  runs.get(id)?.stop.abort(new Error("cancelled"));
}
