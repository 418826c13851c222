/** What a measure came to, in milliseconds or whatever its samples are in; `rows`: how many one run gave, where it counts them. */
export type Timing = {
  runs: number;
  median: number;
  p95: number;
  p99: number;
  rows: number | null;
};

/** One run: what it took, and how many rows it gave. */
export type Sample = { value: number; rows?: number };

/** Of samples in any order; nearest rank. Expects at least one. */
export function timingOf(samples: readonly Sample[]): Timing {
  const values = samples.map(({ value }) => value).sort((a, b) => a - b);
  const at = (share: number) => values[Math.max(0, Math.ceil(share * values.length) - 1)]!;
  return {
    runs: values.length,
    median: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    rows: samples[0]!.rows ?? null,
  };
}

/** How long the work takes once; a number it returns is how many rows it gave. */
export async function sampleOf(work: () => unknown): Promise<Sample> {
  const start = performance.now();
  const result = await work();
  const value = performance.now() - start;
  return typeof result === "number" ? { value, rows: result } : { value };
}
