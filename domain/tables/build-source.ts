import type { z } from "zod";
import type { ImportFault, SingleRow } from "../import/import-item";
import { type Source, sourceSchema } from "../source";
import { issuesOf } from "../zod-issues";
import { columnOfPath } from "./column-of-path";
import type { TableName } from "./data-tables";
import { emptyCells, lacking } from "./merge-rows";
import { sourceCells, sourceOf } from "./sources-table";

/**
 * The source that a row makes of what is there, null where it is new, with every fault. Columns that the file lacks
 * stay as they are. `derivedFrom` names sources by `SRC-…` where the file has that column, else as the ledger does.
 */
export function buildSource(
  { file, row }: SingleRow,
  existing: Source | null,
): { source: Source; faults: ImportFault[] } {
  const before = existing
    ? sourceCells({ ...existing, ref: String(row.cells.reference) })
    : emptyCells("sources");
  const built = sourceOf({ ...before, ...row.cells });
  const { value, faults } = checkRow("sources", { file, row }, sourceSchema, built, !existing);
  return { source: value, faults };
}

/** What a row says, as its schema has it, with the faults of the row, of what it lacks and of what the schema finds. */
export function checkRow<T>(
  table: TableName,
  { file, row }: SingleRow,
  schema: z.ZodType<T>,
  built: T,
  isNew: boolean,
): { value: T; faults: ImportFault[] } {
  const faults = [...row.faults, ...(isNew ? lacking(table, file, row) : [])];
  const parsed = schema.safeParse(built, { reportInput: true });
  const known = new Set(faults.map(({ column }) => column));
  for (const issue of parsed.success ? [] : issuesOf(parsed.error)) {
    const column = columnOfPath(issue.path.split("."));
    if (!known.has(column)) faults.push({ file, line: row.line, column, issue });
  }
  return { value: parsed.success ? parsed.data : built, faults };
}
