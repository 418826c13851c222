import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CountRange,
  countRangeSchema,
  countsConflict,
  hullCount,
  sumCounts,
  unknownCount,
} from "./count-range";
import { issuesOf } from "./zod-issues";

const count = (low: number | null, best: number | null, high: number | null): CountRange => ({
  low,
  best,
  high,
});
const exactly = (n: number) => count(n, n, n);

const anyCount = fc
  .tuple(
    fc.array(fc.nat(10_000_000), { minLength: 3, maxLength: 3 }),
    fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  )
  .map(([numbers, known]) => {
    const [low, best, high] = numbers
      .sort((a, b) => a - b)
      .map((number, index) => (known[index] ? number : null));
    return count(low!, best!, high!);
  });

describe("a count as it is stored", () => {
  test("every ordered range of whole numbers is accepted, unknown included", () => {
    fc.assert(
      fc.property(anyCount, (range) => {
        expect(countRangeSchema.parse(range)).toEqual(range);
      }),
    );
    expect(countRangeSchema.parse(unknownCount)).toEqual({ low: null, best: null, high: null });
  });

  test.each([
    [count(29, null, 20), "", "count.low_above_high"],
    [count(20, 30, 29), "", "count.best_outside_range"],
    [count(20, 19, null), "", "count.best_outside_range"],
    [count(-1, null, null), "low", "count.negative"],
    [count(null, 2.5, null), "best", "count.not_whole"],
    [count(null, null, 10_000_001), "high", "count.too_large"],
  ])("%j is refused at %j with %s", (range, path, code) => {
    const issues = issuesOf(countRangeSchema.safeParse(range).error!);
    expect(issues.map((issue) => [issue.path, issue.code])).toEqual([[path, code]]);
  });
});

describe("conflicts between counts", () => {
  test("20 and 29 conflict, 20 to 29 and 27 do not", () => {
    expect(countsConflict(exactly(20), exactly(29))).toBe(true);
    expect(countsConflict(exactly(29), exactly(20))).toBe(true);
    expect(countsConflict(count(20, null, 29), exactly(27))).toBe(false);
    expect(countsConflict(count(20, null, 27), count(27, null, 29))).toBe(false);
  });

  test("a missing bound excludes nothing", () => {
    expect(countsConflict(count(12, null, null), exactly(500))).toBe(false);
    expect(countsConflict(count(12, null, null), exactly(11))).toBe(true);
    expect(countsConflict(count(null, 30, null), exactly(500))).toBe(false);
    expect(countsConflict(unknownCount, exactly(0))).toBe(false);
  });
});

describe("the hull of counts", () => {
  test("runs from the smallest to the largest, without a best", () => {
    expect(hullCount([exactly(20), exactly(29), exactly(27)])).toEqual(count(20, null, 29));
  });

  test("keeps a missing bound missing", () => {
    expect(hullCount([exactly(20), count(12, null, null)])).toEqual(count(12, null, null));
    expect(hullCount([])).toEqual(unknownCount);
  });
});

describe("totals", () => {
  test("low, best and high are summed apart", () => {
    expect(sumCounts([count(20, 27, 29), exactly(5)])).toEqual(count(25, 32, 34));
  });

  test("a missing high or best makes the total at least", () => {
    expect(sumCounts([exactly(20), count(12, null, null)])).toEqual(count(32, null, null));
    expect(sumCounts([exactly(20), unknownCount])).toEqual(count(20, null, null));
  });

  test("unknown never becomes zero", () => {
    expect(sumCounts([])).toEqual(unknownCount);
    expect(sumCounts([unknownCount, unknownCount])).toEqual(unknownCount);
    expect(sumCounts([exactly(0), unknownCount])).toEqual(count(0, null, null));
  });

  test("one group alone keeps its count as it is", () => {
    expect(sumCounts([count(null, 30, null)])).toEqual(count(null, 30, null));
  });

  test("the order of the groups does not matter, and the sums stay in order", () => {
    fc.assert(
      fc.property(fc.array(anyCount), (counts) => {
        const total = sumCounts(counts);
        expect(sumCounts(counts.toReversed())).toEqual(total);
        const known = [total.low, total.best, total.high].filter((bound) => bound !== null);
        expect(known.toSorted((a, b) => a - b)).toEqual(known);
      }),
    );
  });
});
