import { expect, test } from "vitest";
import { closingLine, sumTallies, tallyPlaywright } from "./test-tally";

test("a flaky browser test and an error outside any test are failures", () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 4 };
  expect(tallyPlaywright({ stats, errors: ["no browser"] })).toEqual({
    passed: 5,
    failed: 3,
    skipped: 4,
  });
});

test("the closing line sums all steps, and speaks of skipped tests only where there are some", () => {
  const step = { passed: 1, failed: 0, skipped: 0 };
  expect(closingLine(sumTallies([step, { passed: 7, failed: 1, skipped: 0 }]))).toBe(
    "8 passed, 1 failed",
  );
  expect(closingLine(sumTallies([step, { passed: 7, failed: 1, skipped: 3 }]))).toBe(
    "8 passed, 1 failed, 3 skipped",
  );
  expect(closingLine(sumTallies([]))).toBe("0 passed, 0 failed");
});
