import { describe, expect, test } from "vitest";
import { closingLine, sumTallies, tallyPlaywright, tallyVitest } from "./test-tally";

describe("unit tests", () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { name: "a.test.ts", status: "passed", assertionResults: [{ status: "passed" }] },
      {
        name: "b.test.ts",
        status: "failed",
        assertionResults: [{ status: "failed", fullName: "adds", failureMessages: ["1 is not 2"] }],
      },
    ],
  };

  test("pending and todo tests are skipped tests", () => {
    expect(tallyVitest(report)).toMatchObject({ passed: 7, failed: 1, skipped: 3 });
  });

  test("a file that does not load counts as a failure", () => {
    const broken = {
      name: "c.test.ts",
      status: "failed",
      message: "no module",
      assertionResults: [],
    };
    const withBroken = { ...report, testResults: [...report.testResults, broken] };
    expect(tallyVitest(withBroken)).toEqual({
      passed: 7,
      failed: 2,
      skipped: 3,
      faults: ["c.test.ts: no module", "b.test.ts: adds\n1 is not 2"],
    });
  });
});

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
