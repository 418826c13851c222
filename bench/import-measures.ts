import { fileItems, importFile, importInto } from "./import-file";
import { imported } from "./imported";
import type { Bench, Measure } from "./measure";
import { otherRequest } from "./other-request";
import { packaged } from "./packaged";
import type { Took } from "./what-it-took";

/** Of a ledger that has fewer incidents as many rows as those. */
const ROWS = 100_000;
/** What goes on while others ask is smaller, so that it can be done again and again. */
const ROWS_MEANWHILE = 5_000;

/** An import of 100,000 rows, and a data package of as many incidents, into a ledger without incidents. Targets: 10,000 rows a second read, 3,000 written. */
export const IMPORT_MEASURES: readonly Measure[] = [
  {
    name: "read and check a table",
    once: true,
    target: 10_000,
    run: async ({ store, incidents }) => {
      let count = 0;
      for await (const item of fileItems(store, await importFile(rowsOf(incidents))))
        if (item.what === "incident") count++;
      return count;
    },
  },
  {
    name: "import a table",
    once: true,
    target: 33_333,
    sample: async ({ incidents }) => timeOf(await imported(rowsOf(incidents))),
  },
  {
    name: "import a table: processor time",
    once: true,
    target: 33_333,
    sample: async ({ incidents }) => workOf(await imported(rowsOf(incidents))),
  },
  {
    name: "memory at most while importing",
    unit: "MB",
    once: true,
    sample: async ({ incidents }) => ({ value: (await imported(rowsOf(incidents))).mb }),
  },
  {
    name: "write a data package",
    once: true,
    sample: async (bench) => timeOf((await packaged(bench)).out),
  },
  {
    name: "write a data package: processor time",
    once: true,
    sample: async (bench) => workOf((await packaged(bench)).out),
  },
  {
    name: "memory at most while writing a data package",
    unit: "MB",
    once: true,
    sample: async (bench) => ({ value: (await packaged(bench)).out.mb }),
  },
  {
    name: "bring a data package in",
    once: true,
    target: 33_333,
    sample: async (bench) => timeOf((await packaged(bench)).in),
  },
  {
    name: "bring a data package in: processor time",
    once: true,
    target: 33_333,
    sample: async (bench) => workOf((await packaged(bench)).in),
  },
  {
    name: "memory at most while bringing a data package in",
    unit: "MB",
    once: true,
    sample: async (bench) => ({ value: (await packaged(bench)).in.mb }),
  },
  {
    name: "another request during an import",
    // At most 50 ms more than alone, where it is a few.
    target: 55,
    judgedBy: "p99",
    sample: otherRequest,
    during: importing,
  },
];

function timeOf({ ms, rows }: Took) {
  return { value: ms, rows };
}

function workOf({ cpuMs, rows }: Took) {
  return { value: cpuMs, rows };
}

function rowsOf(incidents: number): number {
  return Math.min(ROWS, incidents);
}

/** Tried and taken back again and again: the ledger that is measured stays as it is. */
async function importing({ store, incidents }: Bench, signal: AbortSignal): Promise<void> {
  const path = await importFile(Math.min(ROWS_MEANWHILE, incidents));
  try {
    while (!signal.aborted) await importInto(store, { path, mode: "check", signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
