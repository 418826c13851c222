import { IMPORT_ACTIONS, type ImportAction } from "../import/data-import";
import { numberFrom, text } from "./read-value";
import type { Cells, DataTable } from "./table-column";

/** What is remembered of a row that an import made an incident of. `incident`: its reference. */
export type ImportedRowRecord = {
  incident: string;
  import: string;
  file: string;
  line: number;
  action: ImportAction;
  rowKey: string;
  rowDigest: string;
  kept: Record<string, string>;
};

export const IMPORTED_ROWS_TABLE = {
  name: "imported_rows",
  title: "Imported rows",
  says: "One row for each row of an import that made or changed an incident, with the columns of its file that no field is made of.",
  isInternal: true,
  columns: [
    {
      name: "incident",
      type: "text",
      form: "incident",
      required: true,
      says: "The reference of the incident that was made of the row.",
    },
    {
      name: "import",
      type: "text",
      form: "id",
      required: true,
      says: "The id of the import.",
    },
    {
      name: "file",
      type: "text",
      maxLength: 1_000,
      says: "The table the row stood in, inside of a package; empty for a single table. Of a row that came with a package, behind the id of its import in the ledger it comes from.",
    },
    {
      name: "line",
      type: "whole",
      required: true,
      min: 1,
      says: "The line of that table, where the heading is line 1.",
    },
    {
      name: "action",
      type: "text",
      required: true,
      vocabulary: "importAction",
      says: "What the import made of the row.",
    },
    {
      name: "row_key",
      type: "text",
      maxLength: 10_000,
      says: "What tells the same row again in another file.",
    },
    {
      name: "row_digest",
      type: "text",
      maxLength: 10_000,
      says: "What tells whether a row says the same as before.",
    },
    {
      name: "kept",
      type: "object",
      says: "The cells that no field is made of, by the headings of their columns, as JSON.",
    },
  ],
  primaryKey: ["import", "file", "line"],
  foreignKeys: [{ columns: ["incident"], table: "incidents", references: ["reference"] }],
} as const satisfies DataTable;

export function importedRowCells(row: ImportedRowRecord): Cells {
  return {
    incident: row.incident,
    import: row.import,
    file: row.file,
    line: row.line,
    action: row.action,
    row_key: row.rowKey,
    row_digest: row.rowDigest,
    kept: row.kept,
  };
}

export function importedRowOf(cells: Cells): ImportedRowRecord {
  return {
    incident: text(cells, "incident"),
    import: text(cells, "import"),
    file: text(cells, "file"),
    line: numberFrom(cells, "line") ?? 1,
    action: IMPORT_ACTIONS.find((action) => action === cells.action) ?? "unchanged",
    rowKey: text(cells, "row_key"),
    rowDigest: text(cells, "row_digest"),
    kept: { ...((cells.kept ?? {}) as Record<string, string>) },
  };
}

/** Rows of several imports come back with one: each file is named with the import it came with, once and for all. */
export function formerFile({ import: id, file }: { import: string; file: string }): string {
  return FORMER.test(file) ? file : `${id}: ${file}`;
}

const FORMER = /^[0-9a-f]{24}: /;
