import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { type CsvValue, DEFAULT_CSV_COLUMNS } from "../../domain/incident-csv-columns";
import { columnsFor, type TableName } from "../../domain/tables/data-tables";
import {
  type AboutPackage,
  type PackedFile,
  type PackedTable,
  packageDescription,
} from "../../domain/tables/package-description";
import { packageLicence, packageReadme, tablePath } from "../../domain/tables/package-texts";
import type { Cells } from "../../domain/tables/table-column";
import { csvLines } from "../csv-writer";
import { tableRecords } from "./table-text";

/**
 * What is packed. `rows`: of a table, in batches, asked for once each, one table after the other; `summary`: the rows of
 * the case summary, after them.
 */
export type PackageContent = {
  about: AboutPackage;
  codebook: string;
  names: readonly TableName[];
  rows: (name: TableName) => AsyncIterable<Cells[]>;
  summary: () => AsyncIterable<CsvValue[][]>;
};

/**
 * A data package as the bytes of a zip, a piece at a time: the tables, then the codebook, licence and README, and at
 * last `datapackage.json`, which knows the length and digest of them all. Memory does not grow with the data.
 * Equal but for the time of its making where the content is. A failure breaks it off, so that it is no zip.
 */
export async function* writeDataPackage(content: PackageContent): AsyncGenerator<Uint8Array> {
  const { about, codebook, names, rows, summary } = content;
  const zip = new ZipFile();
  const options = { mtime: new Date(about.created), mode: 0o100644 };
  const tables: PackedTable[] = [];
  const documents: PackedFile[] = [];
  const output = zip.outputStream as Readable;
  zip.on("error", (error: Error) => output.destroy(error));
  let current: Readable | null = null;

  const add = (path: string, read: () => AsyncIterable<Uint8Array>) =>
    zip.addReadStreamLazy(path, options, (give) => {
      current = Readable.from(read(), { objectMode: false });
      current.on("error", (error) => output.destroy(error));
      give(null, current);
    });
  const addTable = (
    name: PackedTable["name"],
    heading: readonly string[],
    batches: () => AsyncIterable<CsvValue[][]>,
  ) => {
    const path = tablePath(name);
    add(path, async function* () {
      const told = measured(path);
      let count = 0;
      yield told.take(csvLines([heading]));
      for await (const records of batches()) {
        count += records.length;
        if (records.length > 0) yield told.take(csvLines(records));
      }
      tables.push({ ...told.file(), name, rows: count });
    });
  };
  for (const name of names) {
    const columns = columnsFor(name, about.readers === "internal");
    const heading = columns.map((column) => column.name);
    addTable(name, heading, () => tableRecords(columns, rows(name)));
  }
  addTable("case_summary", DEFAULT_CSV_COLUMNS, summary);
  const addText = (path: string, text: () => string, isListed = true) =>
    add(path, async function* () {
      const told = measured(path);
      yield told.take(text());
      if (isListed) documents.push(told.file());
    });
  addText("CODEBOOK.md", () => codebook);
  addText("LICENCE.md", () => packageLicence(about));
  addText("README.md", () => packageReadme(about, tables, documents));
  const description = () => packageDescription(about, tables, documents);
  addText("datapackage.json", () => `${JSON.stringify(description(), null, 2)}\n`, false);
  zip.end();

  try {
    for await (const chunk of output) yield chunk as Uint8Array;
  } finally {
    // Whoever stops early leaves a table half read.
    (current as Readable | null)?.destroy();
  }
}

/** Takes a file's text, and knows its length and digest at the end. */
function measured(path: string) {
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    take(text: string): Uint8Array {
      const taken = Buffer.from(text);
      hash.update(taken);
      bytes += taken.length;
      return taken;
    },
    file: (): PackedFile => ({ path, bytes, sha256: hash.digest("hex") }),
  };
}
