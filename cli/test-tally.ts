/**
 * How many tests, or whole steps counted as one, ended in which way. `faults`: what failed and why, for the end of the
 * run, where what was printed on the way is far above.
 */
export type Tally = { passed: number; failed: number; skipped: number; faults?: string[] };

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/** A flaky test failed at least once, and counts as failed. */
export function tallyPlaywright({ stats, errors }: PlaywrightReport): Tally {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

export function sumTallies(tallies: Tally[]): Required<Tally> {
  const sum = { passed: 0, failed: 0, skipped: 0, faults: [] as string[] };
  for (const { passed, failed, skipped, faults = [] } of tallies) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
    sum.faults.push(...faults);
  }
  return sum;
}

export function closingLine({ passed, failed, skipped }: Tally): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}
