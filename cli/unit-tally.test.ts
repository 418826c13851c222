import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Tally } from "./test-tally";

const projectDir = resolve(import.meta.dirname, "..");
const results = join(projectDir, "test-results");
mkdirSync(results, { recursive: true });
// Inside the project, so that what its files import is found.
const folder = mkdtempSync(join(results, "unit-tally-"));
afterAll(() => rmSync(folder, { recursive: true }));

const CONFIG = `
import { unitTally } from ${JSON.stringify(join(projectDir, "cli/unit-tally.ts"))};
export default { test: { reporters: [unitTally("tally.json")] } };
`;

function tallyOf(files: Record<string, string>): Tally {
  writeFileSync(join(folder, "vitest.config.mjs"), CONFIG);
  for (const [name, body] of Object.entries(files))
    writeFileSync(
      join(folder, name),
      `import { afterAll, beforeAll, describe, expect, test } from "vitest";\n${body}`,
    );
  const vitest = join(projectDir, "node_modules/vitest/vitest.mjs");
  spawnSync(process.execPath, [vitest, "run"], { cwd: folder });
  return JSON.parse(readFileSync(join(folder, "tally.json"), "utf8"));
}

test("whatever fails in a run of unit tests is counted and told, inside a test and outside", () => {
  const { faults = [], ...counts } = tallyOf({
    "good.test.ts": `
      test("adds", () => expect(1 + 1).toBe(2));
      test.skip("waits", () => undefined);
      test.todo("comes");`,
    "wrong.test.ts": `describe("sums", () => test("adds", () => expect(1).toBe(2)));`,
    "absent.test.ts": `import "./nowhere";`,
    "before.test.ts": `
      beforeAll(() => { throw new Error("no database"); });
      test("reads", () => undefined);`,
    "after.test.ts": `
      describe("what it leaves", () => {
        afterAll(() => { throw new Error("still open"); });
        test("closes", () => undefined);
      });`,
    "unawaited.test.ts": `test("forgets", () => void Promise.reject(new Error("nobody waited")));`,
  });
  expect(counts).toEqual({ passed: 3, failed: 5, skipped: 3 });
  const told = faults.join("\n\n");
  for (const word of [
    "wrong.test.ts: sums > adds\nAssertionError: expected 1 to be 2",
    "absent.test.ts: \nError: Cannot find module './nowhere'",
    "before.test.ts: \nError: no database",
    "after.test.ts: what it leaves\nError: still open",
    "outside any test: \nError: nobody waited",
  ])
    expect(told).toContain(word);
});
