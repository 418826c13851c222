import "server-only";

export type RunKind = "check" | "apply";

/** Something that is being done with an import in the background. `rows`: done so far; `failed`: it ended in a fault of the program. */
export type Run = { kind: RunKind; rows: number; failed: boolean };

type Kept = Run & { stop: AbortController };

// On globalThis: development reloads this module, and a run must be found again.
const kept = globalThis as typeof globalThis & { ledgerImportRuns?: Map<string, Kept> };
kept.ledgerImportRuns ??= new Map();
const runs = kept.ledgerImportRuns;

/** What is being done with an import, or ended badly; null where nothing is. */
export function runOf(id: string): Run | null {
  const run = runs.get(id);
  if (!run) return null;
  const { kind, rows, failed } = run;
  return { kind, rows, failed };
}

/**
 * Begins to do something with an import, unless something is being done with it: the answer need not wait for it.
 * Returns false, and does nothing, where something is. A fault of the program is logged by name and shown on the import's page; the ledger is then as it was.
 */
export function startRun(
  id: string,
  kind: RunKind,
  work: (onRow: (rows: number) => void, signal: AbortSignal) => Promise<unknown>,
): boolean {
  if (runs.has(id) && !runs.get(id)!.failed) return false;
  const run: Kept = {
    kind,
    rows: 0,
    failed: false,
    stop: new AbortController(),
  };
  runs.set(id, run);
  const onRow = (rows: number) => {
    run.rows = rows;
  };
  work(onRow, run.stop.signal).then(
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
