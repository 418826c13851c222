import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDataPackage } from "../adapters/data-package/open-data-package";
import { openStore } from "../db/client";
import { deleteAllEntries } from "../db/incident-entries";
import { listAccess } from "../db/queries/list-access";
import { openWithGazetteer } from "../db/testing-gazetteer";
import { logTableSample } from "../db/testing-tables";
import { ACCESS_TABLE } from "../domain/access-table";
import { emptyTableRequest } from "../domain/table-params";
import { exportFile } from "./export";

const folder = mkdtempSync(join(tmpdir(), "ledger-export-"));
const url = `file:${join(folder, "ledger.db")}`;
const path = (name: string) => join(folder, name);
let sample: Awaited<ReturnType<typeof logTableSample>>;

beforeAll(async () => {
  const store = await openWithGazetteer(url);
  sample = await logTableSample(store);
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("a data package holds everything unless a filter says less, what is retracted and merged too", async () => {
  const file = path("all.zip");
  const { lines, problems } = await exportFile(url, { file, format: "data-package" });
  expect(problems).toEqual([]);
  expect(lines).toEqual([
    expect.stringMatching(/^Wrote .*all\.zip: [\d,]+ bytes, SHA-256 \w{64}\.$/),
  ]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const opened = await openDataPackage(file);
  try {
    const incidents = opened.tables.find(({ table }) => table === "incidents")!;
    let count = 0;
    for await (const records of incidents.records()) count += records.length;
    expect([opened.profile, opened.faults, opened.tables.length, count]).toEqual([
      "internal",
      [],
      13,
      5,
    ]);
  } finally {
    opened.close();
  }
});

it("has all of them where the lists of incidents are not made yet", async () => {
  const store = await openStore(url);
  await store.tx((db) => deleteAllEntries(store, db));
  await store.close();
  const file = path("unlisted.csv");
  await exportFile(url, { file, format: "incidents" });
  expect(readFileSync(file, "utf8").trimEnd().split("\r\n")).toHaveLength(6);
});

it("of a filter it holds what that finds, as any of the formats", async () => {
  const filter = `ref=${sample.crossing}`;
  for (const format of ["csv", "incidents", "json", "ndjson", "geojson"]) {
    const file = path(`one.${format}`);
    await exportFile(url, { file, format, filter });
    const text = readFileSync(file, "utf8");
    expect(text).toContain("Crossing a border");
    expect(text).not.toContain("Sweep");
  }
  await exportFile(url, { file: path("one.bib"), format: "bibtex", filter });
  expect(readFileSync(path("one.bib"), "utf8")).toContain("Twenty held");
});

it("all tables go into a folder, a file each, and the summary may be JSON", async () => {
  const { json } = await exportFile(url, { file: path("t"), format: "tables" });
  expect(readdirSync(path("t"))).toHaveLength(13);
  const summary = json as { files: { sha256: string }[] };
  expect(summary).toMatchObject({ format: "tables", profile: "internal" });
  expect(summary.files).toHaveLength(13);
  expect(summary.files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
});

it("what is public is taken from what is published alone", async () => {
  const file = path("public.csv");
  await exportFile(url, { file, format: "sources", profile: "public" });
  const [heading, ...rows] = readFileSync(file, "utf8").trimEnd().split("\r\n");
  expect(heading).not.toContain("stored_text");
  expect(rows).toEqual([]);
});

it("a file that is there stays as it is unless it is forced, and a failure leaves nothing behind", async () => {
  const file = path("there.csv");
  writeFileSync(file, "mine");
  await expect(exportFile(url, { file, format: "csv" })).rejects.toThrow("--force writes over it");
  expect(readFileSync(file, "utf8")).toBe("mine");
  await exportFile(url, { file, format: "csv", force: true });
  expect(readFileSync(file, "utf8")).toContain("Sweep in two provinces");
  expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
});

it.each([
  [{}, "export needs a FILE"],
  [{ file: "x" }, "--format is needed, one of: data-package, tables, csv, json"],
  [{ file: "x", format: "pdf" }, 'There is no format "pdf"'],
  [{ file: "-", format: "data-package" }, "data-package is more than text: name a FILE."],
  [{ file: "x", format: "csv", profile: "all" }, 'There is no profile "all"'],
  [
    { file: "x", format: "csv", filter: "province=CN-QQ&from=2014-02-30" },
    "--filter, from: “2014-02-30” is no date of the calendar. Write a day as 2014-07-15, a month as 2014-07 or a year as 2014. --filter, province: There is no province with the code “CN-QQ”.",
  ],
])("what makes no sense is told: %j", async (given, message) => {
  await expect(exportFile(url, given)).rejects.toThrow(message);
});

it("who takes more than what is public is kept in the access log", async () => {
  const store = await openStore(url);
  try {
    const { rows } = await listAccess(
      store,
      { id: "test", role: "admin" },
      emptyTableRequest(ACCESS_TABLE),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({
        actor: "command line",
        action: "export",
        detail: `ref=${sample.crossing}`,
      }),
    );
  } finally {
    await store.close();
  }
});
