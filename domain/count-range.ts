import { z } from "zod";

/** The most that one count may say; sums of counts may lie above it. */
export const MAX_COUNT = 10_000_000;

const bound = z
  .number()
  .nullable()
  .superRefine((value, context) => {
    if (value === null) return;
    const code = boundFault(value);
    if (code !== null)
      context.addIssue({ code: "custom", params: { code, values: { value, max: MAX_COUNT } } });
  });

/**
 * How many people or families, as far as it is known: whole numbers 0..10,000,000, null = not known.
 * A missing `low` may be any number down, a missing `high` any number up; `best` is the figure most likely true.
 * Unknown is never zero. Issue codes: `count.negative`, `count.not_whole`, `count.too_large`,
 * `count.low_above_high`, `count.best_outside_range`. Source: UCDP GED, low, best and high.
 */
export const countRangeSchema = z
  .object({ low: bound, best: bound, high: bound })
  .superRefine((count, context) => {
    for (const issue of orderFaults(count))
      context.addIssue({ code: "custom", params: { code: issue.code, values: issue.values } });
  });
export type CountRange = z.infer<typeof countRangeSchema>;

/** All three bounds null. */
export const unknownCount: CountRange = { low: null, best: null, high: null };

type BoundFault = "count.negative" | "count.not_whole" | "count.too_large";

/** The rule one bound breaks, or null. */
export function boundFault(value: number): BoundFault | null {
  if (value < 0) return "count.negative";
  if (!Number.isInteger(value)) return "count.not_whole";
  return value > MAX_COUNT ? "count.too_large" : null;
}

/** The rules of order, low <= best <= high, that the bounds break; a missing bound breaks none. */
export function orderFaults({ low, best, high }: CountRange) {
  const faults: { code: string; values: Record<string, number> }[] = [];
  if (low !== null && high !== null && low > high)
    faults.push({ code: "count.low_above_high", values: { low, high } });
  else if (best !== null && ((low !== null && best < low) || (high !== null && best > high)))
    faults.push({ code: "count.best_outside_range", values: { best } });
  return faults;
}

/** True when nothing at all is known. */
export function isUnknownCount({ low, best, high }: CountRange): boolean {
  return low === null && best === null && high === null;
}

/** From the smallest low to the largest high, best unknown; a missing bound stays missing, no count at all = unknown. */
export function hullCount(counts: readonly CountRange[]): CountRange {
  const lows = allOrNull(counts.map(({ low }) => low));
  const highs = allOrNull(counts.map(({ high }) => high));
  return { low: lows && Math.min(...lows), best: null, high: highs && Math.max(...highs) };
}

/** True when no number can satisfy both; a missing bound excludes nothing, so a mere `best` never conflicts. */
export function countsConflict(a: CountRange, b: CountRange): boolean {
  return above(a.low, b.high) || above(b.low, a.high);
}

function above(low: number | null, high: number | null): boolean {
  return low !== null && high !== null && low > high;
}

/**
 * Three sums over groups that share nobody.
 * 1. One count alone is returned as it is ("about 30" stays that); none at all = unknown.
 * 2. high and best are null when any is missing: the total is then "at least".
 * 3. low is the sum of the known lows, null when none is known: unknown never becomes zero.
 */
export function sumCounts(counts: readonly CountRange[]): CountRange {
  if (counts.length === 1 && counts[0]) return counts[0];
  const lows = counts.map(({ low }) => low).filter((low) => low !== null);
  return {
    low: sum(lows),
    best: sum(allOrNull(counts.map(({ best }) => best))),
    high: sum(allOrNull(counts.map(({ high }) => high))),
  };
}

/** Null when one is missing or there is none. */
function allOrNull(bounds: (number | null)[]): number[] | null {
  const known = bounds.filter((bound) => bound !== null);
  return known.length === bounds.length && known.length > 0 ? known : null;
}

function sum(numbers: number[] | null): number | null {
  if (numbers === null || numbers.length === 0) return null;
  return numbers.reduce((total, next) => total + next, 0);
}
