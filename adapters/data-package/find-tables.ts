import { DomainError } from "../../domain/errors";
import type { ImportFault } from "../../domain/import/import-item";
import { shown } from "../../domain/issue";
import { recogniseTable } from "../../domain/tables/recognise-table";
import type { TableFile } from "../../domain/tables/table-file";
import { csvRecords } from "./csv-records";

/** A file of a package; `bytes` are read as often as they are asked for. */
type PackageFile = { name: string; bytes: () => AsyncIterable<Uint8Array> };

/**
 * The tables of ours among the files of a package, and the faults of those that are CSV and none of ours.
 * Errors: `package.no_table`.
 */
export async function findTables(
  files: readonly PackageFile[],
): Promise<{ tables: TableFile[]; faults: ImportFault[] }> {
  const tables: TableFile[] = [];
  const faults: ImportFault[] = [];
  for (const { name: file, bytes } of files) {
    // The second is what a Mac puts into every zip.
    if (!/\.csv$/i.test(file) || file.startsWith("__MACOSX/")) continue;
    const records = () => csvRecords(bytes(), file);
    const headers = await firstRecord(records());
    const table = recogniseTable(headers, file);
    // A case summary says nothing that the tables do not.
    if (table !== null && table !== "case_summary")
      tables.push({ file, table, headers, records: () => withoutHeading(records()) });
    else if (table === null)
      faults.push({
        file,
        line: 1,
        column: "",
        issue: { path: "", code: "table.unknown", values: { value: shown(headers.join(", ")) } },
      });
  }
  if (tables.length === 0) throw new DomainError("package.no_table");
  return { tables, faults };
}

/** Bytes that a `datapackage.json` may have. */
export const MAX_DESCRIPTION = 4_000_000;

/** For which readers a package was given out, as its `datapackage.json` says; null where that says nothing. */
export function readersOf(description: Uint8Array): string | null {
  try {
    const { readers } = JSON.parse(Buffer.from(description).toString("utf8"));
    return typeof readers === "string" ? readers : null;
  } catch {
    return null;
  }
}

async function firstRecord(
  batches: AsyncGenerator<{ cells: string[] }[]>,
): Promise<readonly string[]> {
  const { value } = await batches.next();
  await batches.return(undefined);
  return value?.[0]?.cells ?? [];
}

async function* withoutHeading<T>(batches: AsyncGenerator<T[]>): AsyncGenerator<T[]> {
  let isFirst = true;
  for await (const batch of batches) {
    yield isFirst ? batch.slice(1) : batch;
    isFirst = false;
  }
}
