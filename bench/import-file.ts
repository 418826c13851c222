import { createReadStream, existsSync, renameSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readMappedTable } from "../adapters/table/read-mapped-table";
import { createImport } from "../db/commands/create-import";
import { runImport } from "../db/commands/run-import";
import { listNamedPlaces } from "../db/queries/list-named-places";
import type { Store } from "../db/store";
import type { ImportItem } from "../domain/import/import-item";
import { placeIndex } from "../domain/import/place-index";
import { IMPORT_MAPPING, importTable } from "./import-table";
import { WRITER } from "./people";

const READING = { encoding: "utf-8", bom: false, delimiter: "," } as const;

/** The table of so many rows as a file, made where it is not there yet. */
export async function importFile(rows: number): Promise<string> {
  const path = join(tmpdir(), `ledger-bench-import-${rows}.csv`);
  if (!existsSync(path)) {
    await writeFile(`${path}.unfinished`, importTable(rows));
    renameSync(`${path}.unfinished`, path);
  }
  return path;
}

/** What the rows of the file are, read and checked as an import does it; the store is asked for the names of places. */
export async function* fileItems(store: Store, path: string): AsyncGenerator<ImportItem> {
  const places = placeIndex(await listNamedPlaces(store, WRITER));
  const bytes = () => createReadStream(path);
  const asked = { reading: READING, mapping: IMPORT_MAPPING, places };
  for await (const { item } of readMappedTable(bytes, asked)) yield item;
}

/** Imports the file, or does all that and takes it back. Throws where a row was not made an incident. */
export async function importInto(
  store: Store,
  { path, mode, signal }: { path: string; mode: "all" | "check"; signal?: AbortSignal },
): Promise<number> {
  const file = { fileName: "bench.csv", fileSize: 0, sha256: "0".repeat(64) };
  const { id } = await createImport(
    store,
    { ...file, format: "table", reading: READING, headersDigest: "bench" },
    WRITER,
  );
  const items = () => fileItems(store, path);
  const { rows, incidents, faults } = await runImport(
    store,
    { id, mode, items, decisions: {}, restores: false, signal },
    WRITER,
  );
  if (incidents.created !== rows)
    throw new Error(`Of ${rows} rows ${incidents.created} came in: ${JSON.stringify(faults[0])}`);
  return rows;
}
