import type { ImportFault } from "../import/import-item";
import { shown } from "../issue";
import { tableNamed } from "./data-tables";
import type { TableColumn } from "./table-column";
import type { TableFile } from "./table-file";

/**
 * What the columns of a file are: for each in the file's order one of ours, the header of one that is kept with the
 * incident, or null. `faults`: what keeps the file from being read at all.
 */
export type Heading = {
  columns: (TableColumn | { kept: string } | null)[];
  names: string[];
  faults: ImportFault[];
};

export function readHeading({ file, table, headers }: TableFile): Heading {
  const { columns: known, primaryKey, name } = tableNamed(table);
  const faults: ImportFault[] = [];
  const seen = new Set<string>();
  const fault = (column: string, code: string, values: Record<string, string> = {}) =>
    faults.push({
      file,
      line: 1,
      column,
      issue: { path: column, code, values: { value: shown(column), table: name, ...values } },
    });
  const columns = headers.map((header) => {
    const column = known.find((one) => one.name === header.trim());
    if (seen.has(header)) fault(header, "table.column_twice");
    seen.add(header);
    if (column) return column;
    // What somebody added to the table of incidents stays with the incident; elsewhere there is nothing to keep it with.
    if (table === "incidents") return { kept: header };
    fault(header, "table.column_unknown", { allowed: known.map((one) => one.name).join(", ") });
    return null;
  });
  const names = columns.flatMap((column) => (column && "name" in column ? [column.name] : []));
  for (const needed of primaryKey)
    if (!names.includes(needed)) fault(needed, "table.column_missing");
  return { columns, names, faults };
}
