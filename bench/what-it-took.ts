/** What it took a process: `rows` as the work says; milliseconds by the clock and of the processor; at most so much memory. */
export type Took = { rows: number; ms: number; cpuMs: number; mb: number };

/** Does the work, which returns how many rows it was about, once in a process that does nothing else. */
export async function whatItTook(work: () => Promise<number>): Promise<Took> {
  const start = performance.now();
  const before = process.cpuUsage();
  const rows = await work();
  const { user, system } = process.cpuUsage(before);
  return {
    rows,
    ms: performance.now() - start,
    cpuMs: (user + system) / 1000,
    mb: process.resourceUsage().maxRSS / 1024,
  };
}
