import { importFile } from "./import-file";
import { runAlone } from "./run-alone";
import type { Took } from "./what-it-took";

const DONE = new Map<number, Promise<Took>>();

/** What it took to import a table of so many rows, in a process of its own; done once, since it takes long. */
export function imported(rows: number): Promise<Took> {
  const done = DONE.get(rows) ?? importOnce(rows);
  DONE.set(rows, done);
  return done;
}

async function importOnce(rows: number): Promise<Took> {
  return (await runAlone("import-run.ts", await importFile(rows))) as Took;
}
