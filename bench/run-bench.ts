import Database from "better-sqlite3";
import { openStore } from "../db/client";
import { readBaseline, saveBaseline } from "./baseline";
import { type Measure, type Measured, type Pace, takeMeasure } from "./measure";
import { prepareLedger } from "./prepare-ledger";
import { tableOf } from "./table";

export type BenchOptions = {
  /** Each a ledger of so many. */
  incidents: readonly number[];
  /** Where generated ledgers are kept. */
  folder: string;
  pace: Pace;
  baselinePath: string;
  /** Whether what is measured becomes the baseline. */
  saves: boolean;
};

/** Takes the measures on each of the ledgers and says what they came to. `say`: a line of what goes on; `print`: a result. */
export async function runBench(
  measures: readonly Measure[],
  { incidents, folder, pace, baselinePath, saves }: BenchOptions,
  { say, print }: { say: (line: string) => void; print: (text: string) => void },
): Promise<void> {
  for (const count of incidents) {
    const url = await prepareLedger(folder, count, say);
    const measured = await measureLedger(url, count, measures, pace, say);
    const before = readBaseline(baselinePath)[count];
    print(`${count.toLocaleString("en")} incidents\n\n${tableOf(measured, before)}\n`);
    if (saves) saveBaseline(baselinePath, count, measured);
  }
}

async function measureLedger(
  url: string,
  incidents: number,
  measures: readonly Measure[],
  pace: Pace,
  say: (line: string) => void,
): Promise<Measured[]> {
  const raw = new Database(url.slice("file:".length));
  // As durable as the program's own connection.
  raw.pragma("synchronous = full");
  const store = await openStore(url);
  const measured: Measured[] = [];
  try {
    for (const measure of measures) {
      say(measure.name);
      measured.push(await takeMeasure(measure, { url, store, raw, incidents }, pace));
    }
  } finally {
    await store.close();
    raw.close();
  }
  return measured;
}
