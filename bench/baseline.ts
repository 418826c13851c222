import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import type { Measured } from "./measure";

const keptSchema = z.object({
  median: z.number(),
  p95: z.number(),
  /** Median by the engine's own in the same run; null where there is nothing to compare with. */
  ratio: z.number().nullable(),
});
const baselineSchema = z.record(z.string(), z.record(z.string(), keptSchema));

/** What was measured earlier: by the number of incidents, by the name of the measure. */
export type Baseline = z.infer<typeof baselineSchema>;
export type Kept = z.infer<typeof keptSchema>;

/** Empty where there is no such file yet. Throws where it is no baseline. */
export function readBaseline(path: string): Baseline {
  return existsSync(path) ? baselineSchema.parse(JSON.parse(readFileSync(path, "utf8"))) : {};
}

/** Keeps what was measured now; what was not stays as it was. */
export function saveBaseline(path: string, incidents: number, measured: readonly Measured[]): void {
  const before = readBaseline(path);
  const now = Object.fromEntries(measured.map((one) => [one.measure.name, keptOf(one)]));
  const after = { ...before, [incidents]: { ...before[incidents], ...now } };
  writeFileSync(path, `${JSON.stringify(after, null, 2)}\n`);
}

export function keptOf({ timing, raw }: Measured): Kept {
  const ratio = raw ? short(timing.median / raw.median) : null;
  return { median: short(timing.median), p95: short(timing.p95), ratio };
}

/**
 * How much longer it takes than it did, 1 = as long. By the ratio to the engine where both have one, since that
 * is the same on a machine that is slower today.
 */
export function changeSince(before: Kept, now: Kept): number {
  return before.ratio !== null && now.ratio !== null
    ? now.ratio / before.ratio
    : now.median / before.median;
}

/** Three digits are more than a measure is worth. */
function short(number: number): number {
  return Number(number.toPrecision(3));
}
