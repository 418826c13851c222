/**
 * What a measure came to, in milliseconds or whatever its samples are in; `rows`: how many one run gave, where it counts
 * them. `processor`: the median of this process's time on the processor, which says more where others use the machine.
 */
export type Timing = {
  runs: number;
  median: number;
  p95: number;
  p99: number;
  rows: number | null;
  processor: number | null;
};

/** One run: what it took, of that the milliseconds of the processor, and how many rows it gave. */
export type Sample = { value: number; rows?: number; processor?: number };

/** Of samples in any order; nearest rank. Expects at least one. */
export function timingOf(samples: readonly Sample[]): Timing {
  const values = ascending(samples.map(({ value }) => value));
  const at = (share: number) => rank(values, share);
  const processor = ascending(samples.flatMap((one) => one.processor ?? []));
  return {
    runs: values.length,
    median: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    rows: samples[0]!.rows ?? null,
    processor: processor.length > 0 ? rank(processor, 0.5) : null,
  };
}

function ascending(values: number[]): number[] {
  return values.sort((a, b) => a - b);
}

function rank(values: readonly number[], share: number): number {
  return values[Math.max(0, Math.ceil(share * values.length) - 1)]!;
}

/** How long the work takes once; a number it returns is how many rows it gave. */
export async function sampleOf(work: () => unknown): Promise<Sample> {
  const before = process.cpuUsage();
  const start = performance.now();
  const result = await work();
  const value = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  const took = { value, processor: (user + system) / 1000 };
  return typeof result === "number" ? { ...took, rows: result } : took;
}
