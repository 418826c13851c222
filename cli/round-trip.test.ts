import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it, vi } from "vitest";
import { openStore } from "../db/client";
import { decideNotSame } from "../db/commands/decide-not-same";
import { linkIncidents } from "../db/commands/link-incidents";
import { reviseIncident } from "../db/commands/revise-incident";
import { reviseSource } from "../db/commands/revise-source";
import { checkDatabase } from "../db/queries/check-database";
import { readCitedSources } from "../db/read-cited-sources";
import { findIncident, type IncidentRow, readDocument } from "../db/read-incident";
import { findSource } from "../db/read-source";
import { generateIncidents } from "../db/seed/generate-incidents";
import type { Store } from "../db/store";
import { temporaryDatabase } from "../db/testing";
import { contentsByReference } from "../db/testing-by-reference";
import { openWithGazetteer } from "../db/testing-gazetteer";
import { aRow, importRows } from "../db/testing-import";
import { manyItems } from "../db/testing-import-items";
import { verify } from "../db/testing-publication";
import { logTableSample } from "../db/testing-tables";
import type { ImportItem } from "../domain/import/import-item";
import type { ImportReport } from "../domain/import/import-report";
import { forAll } from "../domain/personal-data/import-decisions";
import { anyLedger } from "../domain/tables/testing-any-ledger";
import { exportFile } from "./export";
import { importFile } from "./import";
import { indexIncidents } from "./index-incidents";

vi.setConfig({ testTimeout: 300_000 });

const ADMIN = { id: "test", role: "admin" } as const;
type Made = typeof anyLedger extends fc.Arbitrary<infer T> ? T : never;

const folder = mkdtempSync(join(tmpdir(), "ledger-round-trip-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const drops: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const drop of drops) await drop();
});
let files = 0;

/** Runs something on a store, which nobody else has open before or after. */
async function opened<T>(url: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(url);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const REFS = ["INC-222222", "INC-333333", "INC-444444"];
const SOURCES = ["SRC-222222", "SRC-333333", "SRC-444444"];

/** Everything that a ledger may hold, whatever its cells are. */
async function fill(store: Store, seed: number, made: Made): Promise<void> {
  await generateIncidents(store, { incidents: 12, seed });
  await indexIncidents(store);
  const { sweep, crossing, undated } = await logTableSample(store);
  const options = {
    mode: "good",
    restores: true,
    decisions: forAll({ do: "keep", reason: "Known to the public" }),
  } as const;
  await importRows(store, manyItems(seed).filter(isOfFew), options);
  // Another file, whose rows stand in the same lines.
  await importRows(
    store,
    [2, 3].map((line) => aRow(line, { rowKey: `other ${line}`, kept: made.kept })),
    options,
  );
  await importRows(
    store,
    [2, 3].map((line) => aRow(line, { rowKey: `third ${line}`, kept: { Weather: "snow" } })),
    options,
  );
  const { report } = await importRows(store, [...itemsOf(made)], options);
  expect(report.faults).toEqual([]);
  const note = made.note;
  const link = { from: sweep, to: crossing, type: "follows", note } as const;
  await linkIncidents(store, link, ADMIN);
  await linkIncidents(store, { ...link, from: REFS[0]!, type: "part_of" }, ADMIN);
  await decideNotSame(store, { from: undated, to: sweep, reason: "Another place." }, ADMIN);
  await verifyAgain(store, sweep, made);
  await verifyAgain(store, crossing, made);
  const row = (await findIncident(store, store.read, sweep))!;
  await revise(store, row, "Edited since");
}

/** Verifies an incident as it is, and as it was edited then; a source of it is revised between. */
async function verifyAgain(store: Store, ref: string, { note, sources: [source] }: Made) {
  await verify(store, ref);
  const row = (await findIncident(store, store.read, ref))!;
  const document = await revise(store, row, note);
  const cited = document.claims.map(({ sourceId }) => sourceId);
  const [paper] = await readCitedSources(store, store.read, cited);
  const { version } = (await findSource(store, store.read, paper!.ref))!;
  const { licence } = source;
  const revised = { ...paper!, licence: `${licence}, revised` };
  await reviseSource(store, { ref: paper!.ref, version, source: revised, reason: "" }, ADMIN);
  await verify(store, ref);
}

async function revise(store: Store, row: IncidentRow, summary: string) {
  const before = await readDocument(store, store.read, row);
  const document = { ...before, summary: `${summary} (edited)` };
  const { ref, version } = row;
  await reviseIncident(store, { ref, version, document, reason: "" }, ADMIN);
  return document;
}

/** Of the rows of a table some are enough. */
const isOfFew = (item: ImportItem) =>
  item.what !== "incident" || item.ref !== null || item.at.line % 4 === 0;

function* itemsOf(made: Made): Generator<ImportItem> {
  const at = { file: "made.csv", line: 2, column: "" };
  const [first] = made.locations;
  const place = { parentId: "KP", countryId: "KP", provinceId: null, localityId: null };
  yield { what: "location", at, location: { ...first, id: "KP/o'malley:(x)", ...place } };
  const copies = [[], ["SRC-222222"], ["SRC-333333", "SRC-222222"]];
  for (const [n, source] of made.sources.entries())
    yield { what: "source", at, ref: SOURCES[n]!, source: { ...source, derivedFrom: copies[n]! } };
  for (const [n, document] of made.documents.entries()) {
    const status = made.statuses[n]!;
    const retractedReason = status === "retracted" ? made.reason : null;
    yield {
      ...aRow(10 + n, { rowKey: `made ${n}`, ref: REFS[n]!, newSources: [], columns: {} }),
      at: { ...at, line: made.line + n },
      document,
      kept: made.kept,
      review: { status, retractedReason, mergedInto: n === 1 ? REFS[0]! : null },
    };
  }
}

async function taken(url: string, format: "data-package" | "tables"): Promise<string> {
  const file = join(folder, `${++files}`);
  const { problems } = await exportFile(url, { file, format });
  expect(problems).toEqual([]);
  return file;
}

/** What is compared of a folder of tables: each file's text by its name. */
function textsOf(file: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(file)
      // An import leaves rows of its own; what it brought of others is compared as the database has it.
      .filter((name) => name !== "imported_rows.csv")
      .map((name) => [name, withoutTimes(readFileSync(join(file, name), "utf8"))]),
  );
}

/** The same text without the instants of when something was written. */
const withoutTimes = (text: string) => text.replace(/\b20\d\d-\d\d-\d\dT[\d:.]+Z/g, "then");

async function broughtIn(url: string, file: string): Promise<ImportReport> {
  const { problems, json } = await importFile(url, { file });
  expect(problems).toEqual([]);
  return json as ImportReport;
}

/** What only one of two ledgers has, said with the table it is in. */
function differing(one: Record<string, string[]>, other: Record<string, string[]>): string[] {
  const without = (rows: string[], others: string[] = []) => {
    const there = new Set(others);
    return rows.filter((row) => !there.has(row));
  };
  return Object.keys(one).flatMap((name) => [
    ...without(one[name]!, other[name]).map((row) => `${name} lost ${row}`),
    ...without(other[name]!, one[name]).map((row) => `${name} got ${row}`),
    ...(one[name]!.length === other[name]!.length ? [] : [`${name}: another number of rows`]),
  ]);
}

async function database(dialect: Store["dialect"]): Promise<string> {
  const { url, drop } = await temporaryDatabase(dialect);
  drops.push(drop);
  return url;
}

for (const dialect of ["sqlite", "postgres"] as const)
  describe.skipIf(dialect === "postgres" && !process.env.TEST_POSTGRES_URL)(dialect, () => {
    it("import(export(x)) = x, as a data package and as a folder of tables", async () => {
      await fc.assert(
        fc.asyncProperty(anyLedger, fc.integer({ min: 1, max: 1_000 }), async (made, seed) => {
          const [from, to] = [await database(dialect), await database(dialect)];
          await (await openWithGazetteer(from)).close();
          await opened(from, (store) => fill(store, seed, made));
          const before = await opened(from, contentsByReference);
          const [file, tables] = [await taken(from, "data-package"), await taken(from, "tables")];

          const first = await broughtIn(to, file);
          const after = await opened(to, contentsByReference);
          expect(differing(before, after)).toEqual([]);
          const [own, other] = [textsOf(tables), textsOf(await taken(to, "tables"))];
          expect(Object.keys(own)).toHaveLength(12);
          for (const name of Object.keys(own))
            expect([name, other[name]]).toEqual([name, own[name]]);

          await saysTheSame(to, file, first);
          await saysTheSame(to, tables, first);
          expect(await opened(to, contentsByReference)).toEqual(after);
          expect(await opened(to, (store) => checkDatabase(store, ADMIN))).toEqual([]);
          if (dialect === "postgres") return;
          const third = await database(dialect);
          expect(countsOf(await broughtIn(third, tables))).toEqual(countsOf(first));
          expect(differing(before, await opened(third, contentsByReference))).toEqual([]);
        }),
        { numRuns: 1, endOnFailure: true },
      );
    });
  });

const countsOf = ({ incidents, sources, locations, links }: ImportReport) => ({
  incidents,
  sources,
  locations,
  links,
});

/** Brings in once more what is there already, by whichever way. */
async function saysTheSame(url: string, file: string, first: ImportReport): Promise<void> {
  const again = await broughtIn(url, file);
  const allUnchanged = Object.entries(countsOf(first)).map(([part, { created, unchanged }]) => [
    part,
    { created: 0, changed: 0, failed: 0, unchanged: created + unchanged },
  ]);
  expect(countsOf(again)).toEqual(Object.fromEntries(allUnchanged));
  expect([again.kept, again.changed]).toEqual([[], []]);
}
