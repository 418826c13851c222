import { importFile } from "./import-file";
import { runAlone } from "./run-alone";

type Imported = { rows: number; ms: number; cpuMs: number; mb: number };

const DONE = new Map<number, Promise<Imported>>();

/** What it took to import a table of so many rows, in a process of its own; done once, since it takes long. */
export function imported(rows: number): Promise<Imported> {
  const done = DONE.get(rows) ?? importOnce(rows);
  DONE.set(rows, done);
  return done;
}

async function importOnce(rows: number): Promise<Imported> {
  return (await runAlone("import-run.ts", await importFile(rows))) as Imported;
}
