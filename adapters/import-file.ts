import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { ImportFault, ImportItem } from "../domain/import/import-item";
import type { PlaceIndex } from "../domain/import/place-index";
import { headersDigest } from "../domain/import/table-headers";
import type { TableMapping } from "../domain/import/table-mapping";
import type { TableEncoding, TableReading } from "../domain/import/table-reading";
import { addToSurvey, newSurvey, type TableSurvey } from "../domain/import/table-survey";
import { readTables } from "../domain/tables/read-tables";
import { recogniseTable } from "../domain/tables/recognise-table";
import type { FileRecord, TableFile } from "../domain/tables/table-file";
import { type DataPackage, openDataPackage } from "./data-package/open-data-package";
import { openTableFolder } from "./data-package/open-table-folder";
import { findTableReading } from "./table/find-table-reading";
import { openTable, type TableBytes } from "./table/open-table";
import { type MappedRow, readMappedTable, sha256 } from "./table/read-mapped-table";

/**
 * A file of ours: a data package, a folder of its tables, or one of them. `profile`: for which readers a package was given out; of all
 * but `internal` it lacks what they may not see. `items`: what it brings, to be asked for as often as it is read.
 */
export type OwnFile = {
  format: "package";
  reading: TableReading;
  headersDigest: string;
  profile: string | null;
  items(): AsyncIterable<ImportItem>;
  close(): void;
};

/** What a table has in its columns. `others`: encodings it could be in too, the likelier first. */
export type SurveyedTable = TableSurvey & { others: TableEncoding[] };

/** Any other table. `items`: what it brings, read by a mapping. */
export type ForeignTable = {
  format: "table";
  reading: TableReading;
  headers: string[];
  headersDigest: string;
  survey(): Promise<SurveyedTable>;
  rows(mapping: TableMapping, places: PlaceIndex): AsyncGenerator<MappedRow>;
  items(mapping: TableMapping, places: PlaceIndex): AsyncIterable<ImportItem>;
  close(): void;
};

/** How a table is read: as it was found to be before, or as somebody has chosen, and the rest is found. */
type Given = { kept: TableReading } | Partial<Pick<TableReading, "encoding" | "delimiter">>;

/**
 * Opens a file that is to be imported, and says what it is. `name`: as its owner calls it. Whoever opens it must close
 * it.
 * Errors: DomainError of a zip that is no data package, of a table that has no line or too many columns.
 */
export async function openImportFile(
  path: string,
  name: string,
  given: Given = {},
): Promise<OwnFile | ForeignTable> {
  if ((await stat(path)).isDirectory()) return ofPackage(await openTableFolder(path));
  if (await isZip(path)) return ofPackage(await openDataPackage(path));
  const bytes: TableBytes = () => createReadStream(path);
  const reading = "kept" in given ? given.kept : (await findTableReading(bytes, given)).reading;
  const { headers } = await openTable(bytes, reading);
  const table = recogniseTable(headers.names, name);
  const digest = headersDigest(headers.names, sha256);
  if (table !== null && table !== "case_summary") {
    const file: TableFile = {
      file: "",
      table,
      headers: headers.names,
      records: () => recordsOf(bytes, reading),
    };
    const items = () => readTables([file], { digest: sha256 });
    return {
      format: "package",
      reading,
      headersDigest: digest,
      profile: "internal",
      items,
      close: () => undefined,
    };
  }
  const rows: ForeignTable["rows"] = (mapping, places) =>
    readMappedTable(bytes, { reading, mapping, places });
  return {
    format: "table",
    reading,
    headers: headers.names,
    headersDigest: digest,
    survey: () => surveyOf(bytes, reading),
    rows,
    async *items(mapping, places) {
      for await (const { item } of rows(mapping, places)) yield item;
    },
    close: () => undefined,
  };
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString("latin1") === "PK\u0003\u0004";
  } finally {
    await file.close();
  }
}

function ofPackage({ tables, faults, profile, close }: DataPackage): OwnFile {
  return {
    format: "package",
    reading: { encoding: "utf-8", bom: false, delimiter: "," },
    headersDigest: sha256("data package"),
    profile,
    items: () => withFaults(faults, readTables(tables, { digest: sha256 })),
    close,
  };
}

async function* withFaults(
  faults: ImportFault[],
  items: AsyncIterable<ImportItem>,
): AsyncGenerator<ImportItem> {
  if (faults.length > 0) yield { what: "faults", faults };
  yield* items;
}

/** Records at once: so many that a promise each does not count. */
const BATCH = 500;

async function* recordsOf(bytes: TableBytes, reading: TableReading): AsyncGenerator<FileRecord[]> {
  const { records } = await openTable(bytes, reading);
  let batch: FileRecord[] = [];
  for await (const record of records) {
    batch.push(record.faults.length > 0 ? record : { line: record.line, cells: record.cells });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

async function surveyOf(bytes: TableBytes, reading: TableReading): Promise<SurveyedTable> {
  const { others } = await findTableReading(bytes, reading);
  const { headers, records } = await openTable(bytes, reading);
  const survey = newSurvey(headers.names);
  for await (const record of records) addToSurvey(survey, record);
  return { ...survey, others };
}
