import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { MEASURES } from "./measures";
import { runBench } from "./run-bench";

const folder = mkdtempSync(join(tmpdir(), "ledger-bench-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** What needs no build of the program. */
const OF_DATA = MEASURES.filter(({ isOfPages }) => !isOfPages);
const baselinePath = join(folder, "baseline.json");

async function bench(measures: typeof MEASURES, saves: boolean) {
  const printed: string[] = [];
  const pace = { seconds: 0.01, least: 1 };
  const options = { incidents: [1000], folder, pace, baselinePath, saves };
  const out = { say: () => undefined, print: (text: string) => printed.push(text) };
  await runBench(measures, options, out);
  return printed.join("\n");
}

it("takes every measure, keeps a baseline, and the next time says what has changed since", async () => {
  const first = await bench(OF_DATA, true);
  expect(first).toContain("1,000 incidents");
  for (const { name } of OF_DATA) expect(first).toContain(`| ${name} `);
  expect(first).not.toMatch(/\d %/);
  const kept = JSON.parse(readFileSync(baselinePath, "utf8"));
  expect(Object.keys(kept[1000])).toEqual(OF_DATA.map(({ name }) => name));
  expect(existsSync(join(folder, "incidents-1000.db"))).toBe(true);
  const second = await bench(OF_DATA.slice(0, 1), false);
  expect(second).toMatch(/\d %/);
});
