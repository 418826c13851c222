import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const projectDir = resolve(import.meta.dirname, "..");
const text = readFileSync(join(projectDir, "docs/security.md"), "utf8");

/** How many requirements of level 1 and of level 2 each chapter of ASVS 5.0.0 has. */
const COUNTS: Record<string, [number, number]> = {
  "1": [8, 19],
  "2": [4, 7],
  "3": [8, 11],
  "4": [2, 8],
  "5": [4, 5],
  "6": [13, 22],
  "7": [6, 12],
  "8": [4, 3],
  "9": [4, 3],
  "10": [5, 24],
  "11": [3, 11],
  "12": [3, 6],
  "13": [1, 12],
  "14": [2, 7],
  "15": [3, 10],
  "16": [0, 16],
  "17": [0, 7],
};

type Row = { chapter: string; ids: string[]; level: string; metBy: string };

/** The rows of all tables, each with the chapter under whose heading it stands. */
function rowsOf(document: string): Row[] {
  let chapter = "";
  return document.split("\n").flatMap((line) => {
    chapter = /^## (\d+) /.exec(line)?.[1] ?? chapter;
    if (!/^\| *\d/.test(line)) return [];
    const [, ids = "", level = "", , metBy = ""] = line.split("|").map((cell) => cell.trim());
    return [{ chapter, ids: ids.split(/, */), level, metBy }];
  });
}

/** The files that are named in backticks, tests and others. */
function filesIn(document: string): string[] {
  const named = document.matchAll(/`([^`\s]+\.(?:tsx?|mjs|json|md))`/g);
  return [...new Set([...named].map(([, file]) => file!))];
}

function missingFiles(document: string): string[] {
  return filesIn(document).filter((file) => !existsSync(join(projectDir, file)));
}

function repeatedIds(rows: Row[]): string[] {
  const ids = rows.flatMap((row) => row.ids);
  return ids.filter((id, at) => ids.indexOf(id) < at);
}

function countsOf(rows: Row[]): Record<string, [number, number]> {
  const counts: Record<string, [number, number]> = {};
  for (const { chapter, ids, level } of rows) {
    const [first, second] = counts[chapter] ?? [0, 0];
    counts[chapter] = [
      first + (level === "1" ? ids.length : 0),
      second + (level === "2" ? ids.length : 0),
    ];
  }
  return counts;
}

/** Rows that say nothing, have no level of ours, or stand in the wrong chapter. */
function faultyRows(rows: Row[]): string[] {
  return rows
    .filter(
      ({ chapter, ids, level, metBy }) =>
        metBy === "" ||
        !/^[12]$/.test(level) ||
        !ids.every((id) => new RegExp(`^${chapter}\\.\\d+\\.\\d+$`).test(id)),
    )
    .map(({ ids }) => ids.join(", "));
}

it("names no file that is not there", () => {
  expect(filesIn(text).filter((file) => /\.(test|spec)\.ts$/.test(file)).length).toBeGreaterThan(
    50,
  );
  expect(missingFiles(text)).toEqual([]);
});

it("lists each requirement once", () => {
  expect(repeatedIds(rowsOf(text))).toEqual([]);
});

it("lists as many of each chapter and level as there are: 70 and 183", () => {
  const counts = countsOf(rowsOf(text));
  expect(counts).toEqual(COUNTS);
  const all = Object.values(counts);
  expect(all.reduce((sum, [first]) => sum + first, 0)).toBe(70);
  expect(all.reduce((sum, [, second]) => sum + second, 0)).toBe(183);
});

it("says of each by what it is met, in its chapter, with its level", () => {
  expect(faultyRows(rowsOf(text))).toEqual([]);
});

it("control: each fault is found in a document that has it", () => {
  const faulty = [
    "## 1 Encoding",
    "| id | level | what | met by |",
    "|---|---|---|---|",
    "| 1.1.1, 1.1.2 | 2 | decoding | `cli/nowhere.test.ts` (decodes once), `cli/doctor.test.ts` |",
    "| 1.1.2 | 2 | escaping |  |",
    "| 1.2.1 | 3 | headers | a reason |",
    "## 10 OAuth",
    "| 1.2.2 | 1 | addresses | `README.md` |",
  ].join("\n");
  const rows = rowsOf(faulty);
  expect(missingFiles(faulty)).toEqual(["cli/nowhere.test.ts"]);
  expect(repeatedIds(rows)).toEqual(["1.1.2"]);
  expect(countsOf(rows)).toEqual({ "1": [0, 3], "10": [1, 0] });
  expect(faultyRows(rows)).toEqual(["1.1.2", "1.2.1", "1.2.2"]);
});
