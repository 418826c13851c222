import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { describeFolder } from "../adapters/data-package/open-table-folder";
import { type ForeignTable, type OwnFile, openImportFile } from "../adapters/import-file";
import { hashFile } from "../adapters/uploads";
import { openStore } from "../db/client";
import { cancelImport } from "../db/commands/cancel-import";
import { createImport } from "../db/commands/create-import";
import { publishPending } from "../db/commands/publish-pending";
import { runImport } from "../db/commands/run-import";
import { setImportMapping } from "../db/commands/set-import-mapping";
import { publicUrlOf } from "../db/public-store";
import { findSimilar } from "../db/queries/find-similar";
import { getImport } from "../db/queries/get-import";
import { listNamedPlaces } from "../db/queries/list-named-places";
import { seedGazetteer } from "../db/seed/seed-gazetteer";
import type { Store } from "../db/store";
import { storedProfile } from "../db/stored-profile";
import type { Actor } from "../domain/actor";
import type { ImportFault, ImportItem } from "../domain/import/import-item";
import type { ImportCounts, ImportReport } from "../domain/import/import-report";
import { placeIndex } from "../domain/import/place-index";
import { summaryMapping } from "../domain/import/summary-mapping";
import { type TableMapping, tableMappingSchema } from "../domain/import/table-mapping";
import type { KindDecision } from "../domain/personal-data/decide-by-kind";
import { forAll } from "../domain/personal-data/import-decisions";
import type { MarkKind } from "../domain/personal-data/mark";
import { grouped } from "./grouped";
import { indexIncidents } from "./index-incidents";
import { withPublic } from "./open-both";
import { Misunderstood, type Outcome } from "./outcome";
import { progressLine } from "./progress-line";
import { texts } from "./texts";

const IMPORTER: Actor = { id: "command line", role: "admin", from: "ledger import" };

type Given = {
  file?: string;
  "dry-run"?: unknown;
  "good-rows"?: unknown;
  mapping?: unknown;
  names?: unknown;
};

/**
 * Imports a data package, a folder of its tables, one of them, or any table with a mapping. The database is made and brought up to date
 * first, without sample cases. All of it or, where anything is wrong, nothing; every fault is named.
 */
export async function importFile(databaseUrl: string, given: Given): Promise<Outcome> {
  const { file } = given;
  if (file === undefined) throw new Misunderstood("import needs the file to read.");
  const path = resolve(file);
  if (!existsSync(path)) throw new Error(`there is no file ${path}`);
  const store = await openStore(databaseUrl);
  try {
    if ((await storedProfile(store)) === "public")
      throw new Error("it is a public store: name the ledger it was made from");
    await store.migrate();
    await seedGazetteer(store);
    await indexIncidents(store);
    const report = await bringIn(store, path, given);
    if (report.isApplied) await withPublic(store, publicUrlOf(databaseUrl), publishPending);
    return outcomeOf(report);
  } finally {
    await store.close();
  }
}

async function bringIn(store: Store, path: string, given: Given): Promise<ImportReport> {
  const opened = await openImportFile(path, basename(path));
  try {
    const { size, sha256 } = await describe(path);
    const { id } = await createImport(
      store,
      {
        format: opened.format,
        fileName: basename(path),
        fileSize: size,
        sha256,
        reading: opened.reading,
        headersDigest: opened.headersDigest,
      },
      IMPORTER,
    );
    try {
      const report = await run(store, id, opened, given);
      if (!report.isApplied) await cancelImport(store, id, IMPORTER);
      return report;
    } catch (error) {
      // Its file is not among those that wait at /import. What keeps it from being noted is said by the error itself.
      await cancelImport(store, id, IMPORTER).catch(() => undefined);
      throw error;
    }
  } finally {
    opened.close();
  }
}

async function run(
  store: Store,
  id: string,
  opened: OwnFile | ForeignTable,
  given: Given,
): Promise<ImportReport> {
  let items: () => AsyncIterable<ImportItem>;
  if (opened.format === "package") items = opened.items;
  else {
    const { reading, headers, headersDigest } = opened;
    const mapping = await mappingFor(store, id, headers, given.mapping);
    await setImportMapping(store, { id, reading, headersDigest, mapping }, IMPORTER);
    const places = placeIndex(await listNamedPlaces(store, IMPORTER));
    items = () => opened.items(mapping, places);
  }
  const progress = progressLine((rows) => `Read ${grouped(rows)} rows.`);
  try {
    return await runImport(
      store,
      {
        id,
        items,
        mode: given["dry-run"] ? "check" : given["good-rows"] ? "good" : "all",
        decisions: readDecisions(given.names, opened.format === "package"),
        restores: true,
        onProgress: progress.at,
        ...(Boolean(given["dry-run"]) && {
          findSimilar: (asked) => findSimilar(store, IMPORTER, asked),
        }),
      },
      IMPORTER,
    );
  } finally {
    progress.end();
  }
}

async function describe(path: string): Promise<{ size: number; sha256: string }> {
  const found = await stat(path);
  return found.isDirectory()
    ? describeFolder(path)
    : { size: found.size, sha256: await hashFile(path) };
}

/** The mapping of a file, or the one that was remembered for these columns, or that of our own case summary. */
async function mappingFor(
  store: Store,
  id: string,
  headers: readonly string[],
  file: unknown,
): Promise<TableMapping> {
  if (file === undefined) {
    const remembered = (await getImport(store, IMPORTER, id))?.remembered;
    const known = remembered ?? summaryMapping(headers);
    if (known) return known;
    throw new Misunderstood(
      "These columns are not known: --mapping FILE says what they are, or map them once at /import.",
    );
  }
  const path = resolve(String(file));
  let read: unknown;
  try {
    read = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw new Error(`${path} is no mapping as JSON`, { cause: error });
  }
  const parsed = tableMappingSchema.safeParse(read);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new Error(`${path} is no mapping: ${first?.path.join(".")}: ${first?.message}`);
}

/**
 * What is done with likely names and addresses. A package brings back what a ledger kept after somebody had looked at
 * it, so unless something else is said it is kept.
 */
function readDecisions(
  typed: unknown,
  isPackage: boolean,
): Partial<Record<MarkKind, KindDecision>> {
  if (typed === undefined)
    return isPackage ? forAll({ do: "keep", reason: "Kept in the ledger it comes from" }) : {};
  const text = String(typed);
  if (text === "refuse") return {};
  if (text === "redact") return forAll({ do: "redact" });
  const reason = /^keep:(.+)$/s.exec(text)?.[1]?.trim();
  if (reason) return forAll({ do: "keep", reason });
  throw new Misunderstood(
    `--names takes refuse, redact or keep:REASON, not ${JSON.stringify(text)}.`,
  );
}

/** So many faults are written out; the rest is counted. */
const MAX_SAID = 1_000;

function outcomeOf(report: ImportReport): Outcome {
  const { isApplied, rows, faults, faultCount, kept, keptCount } = report;
  const { say } = texts();
  const inWords = (fault: ImportFault) =>
    `${placeOf(fault)}: ${say(`issues.${fault.issue.code}`, fault.issue.values)}`;
  const parts = (["incidents", "sources", "locations", "links"] as const)
    .filter((name) => Object.values(report[name]).some((count) => count > 0))
    .map((name) => `${name}: ${countsInWords(report[name])}`);
  const lines = [
    `${isApplied ? "Imported" : "Checked, and nothing written"}: rows: ${rows}. ${parts.join("; ")}.`,
    ...report.similar.map(
      ({ file, line, title, similar }) =>
        `${placeOf({ file, line, column: "" })}: “${title}” may be ${similar.map(({ ref }) => ref).join(", ")}.`,
    ),
    ...kept.map(inWords),
  ];
  if (keptCount > kept.length) lines.push(`… and ${keptCount - kept.length} times more.`);
  const problems = faults.slice(0, MAX_SAID).map(inWords);
  if (faultCount > MAX_SAID) problems.push(`… and ${faultCount - MAX_SAID} faults more.`);
  return { lines, problems, json: report };
}

function placeOf({ file, line, column }: Omit<ImportFault, "issue">): string {
  return [file, `line ${line}`, column && `column ${column}`].filter(Boolean).join(", ");
}

function countsInWords({ created, changed, unchanged, failed }: ImportCounts): string {
  return `${created} created, ${changed} changed, ${unchanged} unchanged, ${failed} failed`;
}
