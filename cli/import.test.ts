import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openStore } from "../db/client";
import { publishPending } from "../db/commands/publish-pending";
import { publicUrlOf } from "../db/public-store";
import { listImports } from "../db/queries/list-imports";
import type { Store } from "../db/store";
import { addColleague } from "../db/testing-colleagues";
import { openWithGazetteer } from "../db/testing-gazetteer";
import { publish, verify } from "../db/testing-publication";
import { readContents, withoutTimes } from "../db/testing-store-contents";
import { logTableSample } from "../db/testing-tables";
import { doctor } from "./doctor";
import { exportFile } from "./export";
import { importFile } from "./import";
import { withPublic } from "./open-both";

vi.setConfig({ testTimeout: 60_000 });

const ADMIN = { id: "test", role: "admin" } as const;
const folder = mkdtempSync(join(tmpdir(), "ledger-import-"));
const empty = join(folder, "empty.db");

beforeAll(async () => {
  await (await openWithGazetteer(`file:${empty}`)).close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A ledger without a case, in a folder of its own. */
function newLedger(): string {
  const path = join(mkdtempSync(join(folder, "ledger-")), "ledger.db");
  copyFileSync(empty, path);
  return `file:${path}`;
}

async function opened<T>(url: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(url);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function written(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\r\n")}\r\n`);
  return path;
}

/** All but what is remembered of imports that were tried. */
async function casesOf(url: string) {
  const { dataImport: _tried, ...rest } = withoutTimes(await opened(url, readContents));
  return rest;
}

const statesOf = (url: string) =>
  opened(url, async (store) => (await listImports(store, ADMIN)).map(({ state }) => state));

function ledger(args: string[], databaseUrl: string) {
  return spawn(process.execPath, ["--import", "tsx", "cli/ledger.ts", ...args], {
    cwd: resolve(import.meta.dirname, ".."),
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function typed(args: string[], databaseUrl: string) {
  const child = ledger(args, databaseUrl);
  const [code, out, err] = await Promise.all([
    new Promise((done) => child.on("exit", done)),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, out, err };
}

const DIGITS = "23456789";
const refOf = (n: number) =>
  `INC-${Array.from({ length: 6 }, (_, at) => DIGITS[Math.floor(n / 8 ** at) % 8]).join("")}`;

it("killed in the middle it leaves nothing half done, and the same command brings all of it in", async () => {
  const url = newLedger();
  const path = url.slice("file:".length);
  const ROWS = 500;
  const file = written("incidents.csv", [
    "reference,title,summary",
    ...Array.from({ length: ROWS }, (_, n) => `${refOf(n)},Case ${n},${"Held. ".repeat(600)}`),
  ]);
  const before = await casesOf(url);
  const child = ledger(["import", file], url);
  const ended = new Promise((done) => child.on("exit", (_code, signal) => done(signal)));
  const walSize = () => (existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0);
  // Pages of one transaction come into it before it ends once they are more than the memory that is for them.
  while (walSize() < 2_000_000 && child.exitCode === null) await setTimeout(5);
  child.kill("SIGKILL");
  expect(await ended).toBe("SIGKILL");

  expect(await casesOf(url)).toEqual(before);
  expect((await doctor(url, {})).problems).toEqual([]);
  const again = await importFile(url, { file });
  expect(again).toMatchObject({
    problems: [],
    json: { isApplied: true, incidents: { created: ROWS, changed: 0, unchanged: 0, failed: 0 } },
  });
  expect((await doctor(url, {})).problems).toEqual([]);
  const after = (await casesOf(url)).incident;
  expect((await importFile(url, { file })).lines).toEqual([
    "Imported: rows: 500. incidents: 0 created, 0 changed, 500 unchanged, 0 failed.",
  ]);
  expect((await casesOf(url)).incident).toEqual(after);
});

it("a dry run says what would come of it, writes nothing and leaves nothing waiting", async () => {
  const url = newLedger();
  const before = await casesOf(url);
  const file = written("sources.csv", [
    "reference,kind,publisher,reliability,access",
    "SRC-222222,news,Wire,F,public",
  ]);
  const { lines, problems, json } = await importFile(url, { file, "dry-run": true });
  expect(lines).toEqual([
    "Checked, and nothing written: rows: 1. sources: 1 created, 0 changed, 0 unchanged, 0 failed.",
  ]);
  expect([problems, json]).toEqual([[], expect.objectContaining({ isApplied: false })]);
  expect(await casesOf(url)).toEqual(before);
  expect(await statesOf(url)).toEqual(["cancelled"]);
});

const MAPPING = {
  columns: [
    { header: "id", field: "external_id", separator: "" },
    { header: "date", field: "date", separator: "" },
    { header: "total", field: "persons", separator: "" },
    { header: "place", field: "place", separator: "" },
    { header: "comment", field: null, separator: "" },
  ],
  defaults: { title: "Held in {place}", event_type: "arrest", source_publisher: "Wire" },
  dateOrder: "day_month_year",
};
const mapping = () => written("mapping.json", [JSON.stringify(MAPPING)]);

it("every kind of fault is named where it stands and nothing is written; the good rows are where that is asked", async () => {
  const url = newLedger();
  const before = await casesOf(url);
  const file = written("faulty.csv", [
    "id,date,total,place,comment",
    "1,15/07/2014,20,Kunming,rain",
    "2,31/02/2014,3,Kunming,",
    "3,07/12/31,4,Kunming,",
    "4,once,-4,Kunming,",
    "5,15/07/2014,2.5,Atlantis,",
    "1,16/07/2014,5,Kunming,",
    "6,16/07/2014,5,Kunming,call 010-1234-5678",
    "7,16/07/2014,5",
    "8,17/07/2014,9,Kunming,",
    '9,17/07/2014,5,"Kunming',
  ]);
  const asked = { file, mapping: mapping() };
  const { problems, json } = await importFile(url, asked);
  expect(problems).toEqual([
    expect.stringMatching(/^line 3, column date: .*“31\/02\/2014”/),
    expect.stringMatching(/^line 4, column date: “07\/12\/31” has a year of two digits/),
    expect.stringMatching(/^line 5, column date: “once” cannot be read as a date/),
    expect.stringMatching(/^line 5, column total: “-4” is below zero/),
    expect.stringMatching(/^line 6, column place: No place is called “Atlantis”/),
    expect.stringMatching(/^line 6, column total: “2.5” is not a whole number/),
    expect.stringMatching(/^line 7, column id: “1” is also the id of the row in line 2/),
    expect.stringMatching(/^line 8, column comment: “010-1234-5678” looks like a phone number/),
    expect.stringMatching(/^line 9: This row has 3 cells; there are 5 columns/),
    expect.stringMatching(/^line 11: A quote opened in this row is not closed/),
  ]);
  expect(json).toMatchObject({ isApplied: false });
  expect(await casesOf(url)).toEqual({ ...before, importMapping: [expect.anything()] });

  const good = await importFile(url, { ...asked, "good-rows": true });
  expect(good.json).toMatchObject({ isApplied: true, incidents: { created: 2 } });
  expect(good.problems).toEqual(problems);
  // What may not be in the ledger is not in what is kept of the import either.
  const { dataImport } = await opened(url, readContents);
  expect(JSON.stringify(dataImport)).toContain("31/02/2014");
  expect(JSON.stringify(dataImport)).not.toContain("010-1234-5678");
  expect((await casesOf(url)).incident).toHaveLength(2);
});

it("ends with 1 on a fault, with 2 where columns are not known, and prints what came of it as JSON", async () => {
  const url = newLedger();
  const faulty = written("links.csv", ["from,to,type,note", "INC-222222,INC-222223,follows,"]);
  const unknown = written("unknown.csv", ["what,when", "Held,2014"]);
  const [failed, refused] = await Promise.all([
    typed(["import", "--json", faulty], url),
    typed(["import", unknown], newLedger()),
  ]);
  expect(failed).toMatchObject({ code: 1, err: "line 2: There is no incident INC-222222.\n" });
  expect(JSON.parse(failed.out)).toMatchObject({ isApplied: false, faultCount: 1 });
  expect(refused).toEqual({
    code: 2,
    out: "",
    err: "These columns are not known: --mapping FILE says what they are, or map them once at /import. Try: npm run ledger -- help\n",
  });
});

it("a mapping that was used once is remembered for the same columns", async () => {
  const url = newLedger();
  const rows = ["id,date,total,place,comment", "1,15/07/2014,20,Kunming,rain"];
  await importFile(url, { file: written("once.csv", rows), mapping: mapping() });
  const file = written("again.csv", [...rows, "2,16/07/2014,3,Kunming,"]);
  expect((await importFile(url, { file })).json).toMatchObject({
    isApplied: true,
    incidents: { created: 1, unchanged: 1 },
  });
});

it("a case summary of ours is known by its headers and held against the ledger, or makes incidents", async () => {
  const from = newLedger();
  await opened(from, logTableSample);
  const file = join(folder, "case-summary.csv");
  await exportFile(from, { file, format: "csv" });
  const held = await importFile(from, { file });
  expect(held.problems).toEqual([]);
  expect(held.json).toMatchObject({
    incidents: { created: 0, changed: 0, unchanged: 4, failed: 0 },
  });
  const to = newLedger();
  const { problems, json } = await importFile(to, { file });
  expect(problems).toEqual([]);
  expect(json).toMatchObject({ isApplied: true, incidents: { created: 4 } });
  expect((await casesOf(to)).incident).toContainEqual(
    expect.objectContaining({ title: "Sweep in two provinces", personsBest: 20 }),
  );
});

it("what stays as it is here is said with its place", async () => {
  const url = newLedger();
  const file = written("locations.csv", [
    "id,kind,name_en,country,origin",
    "CN,country,Cathay,CN,x",
  ]);
  const { lines } = await importFile(url, { file });
  expect(lines.slice(1)).toEqual([
    "line 2, column name_en: The file says “Cathay”; “China” stays.",
    expect.stringMatching(/^line 2, column origin: The file says “x”; “.*” stays\.$/),
  ]);
});

it("what is public comes in as internal drafts, and says nothing of what was withheld", async () => {
  const from = newLedger();
  const file = join(folder, "public.zip");
  const shown = await opened(from, async (store) => {
    await addColleague(store, { id: "reviewer", name: "Reviewer", role: "reviewer" });
    const { crossing } = await logTableSample(store);
    await verify(store, crossing);
    await publish(store, crossing);
    await withPublic(store, publicUrlOf(from), publishPending);
    return crossing;
  });
  await exportFile(from, { file, format: "data-package", profile: "public" });
  const to = newLedger();
  expect((await importFile(to, { file })).problems).toEqual([]);
  expect((await casesOf(to)).incident).toMatchObject([
    { ref: shown, title: "Crossing a border", publication: "internal" },
  ]);
});

it("what cannot be read at all says why", async () => {
  const url = newLedger();
  await expect(importFile(url, {})).rejects.toThrow("import needs the file to read.");
  await expect(importFile(url, { file: join(folder, "none.csv") })).rejects.toThrow("no file");
  const file = written("one.csv", ["id,date,total,place,comment", "1,15/07/2014,20,Kunming,"]);
  const broken = written("broken.json", ["{"]);
  await expect(importFile(url, { file, mapping: broken })).rejects.toThrow("is no mapping as JSON");
  await expect(importFile(url, { file, mapping: mapping(), names: "x" })).rejects.toThrow(
    '--names takes refuse, redact or keep:REASON, not "x".',
  );
  expect(await statesOf(url)).toEqual(["cancelled", "cancelled"]);
});
