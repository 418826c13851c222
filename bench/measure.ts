import type Database from "better-sqlite3";
import type { Store } from "../db/store";
import { type Sample, sampleOf, type Timing, timingOf } from "./timing";

/** What measures work on: a generated ledger of so many incidents, as the program opens it and as SQLite alone does. */
export type Bench = { url: string; store: Store; raw: Database.Database; incidents: number };

/**
 * Something to be measured. `run` is timed, and may return how many rows it gave; or `sample` measures itself.
 * `raw`: the same asked of the engine alone, in plain SQL. `during`: what goes on meanwhile, until its signal.
 * `target`: the most its p95 should be at a million incidents, or what else it is `judgedBy`. `once`: it takes so
 * long that one run must do. `most`: how many runs at most. `isOfPages`: the program is built and started for it.
 */
export type Measure = {
  name: string;
  unit?: "ms" | "MB";
  target?: number;
  judgedBy?: "p95" | "p99";
  once?: boolean;
  most?: number;
  isOfPages?: true;
  raw?: (bench: Bench) => unknown;
  during?: (bench: Bench, signal: AbortSignal) => Promise<unknown>;
} & (
  | { run: (bench: Bench) => unknown; sample?: undefined }
  | { sample: (bench: Bench) => Promise<Sample>; run?: undefined }
);

export type Measured = { measure: Measure; timing: Timing; raw: Timing | null };

/** About how long a measure is taken, and how many runs at least, however long they take. */
export type Pace = { seconds: number; least: number };

const MOST = 300;

/**
 * Runs it over and over for about so many seconds, after one run that does not count, in turns with the engine alone:
 * what else the machine does then slows both. Where the engine takes longer than that for one run, one must do.
 */
export async function takeMeasure(
  measure: Measure,
  bench: Bench,
  { seconds, least }: Pace,
): Promise<Measured> {
  const { raw, once = false, most = MOST } = measure;
  const take = () => (measure.run ? sampleOf(() => measure.run(bench)) : measure.sample(bench));
  const own: Sample[] = [];
  const engine: Sample[] = [];
  if (!once) await take();
  const stop = new AbortController();
  const meanwhile = measure.during?.(bench, stop.signal);
  const spent = { own: 0, engine: 0 };
  do {
    const start = performance.now();
    own.push(await take());
    spent.own += performance.now() - start;
    if (raw && spent.engine < seconds * 1000) {
      engine.push(await sampleOf(() => raw(bench)));
      spent.engine += engine.at(-1)!.value;
    }
  } while (!once && own.length < most && (own.length < least || spent.own < seconds * 1000));
  stop.abort();
  await meanwhile;
  return { measure, timing: timingOf(own), raw: engine.length > 0 ? timingOf(engine) : null };
}
