import type { ImportItem } from "../import/import-item";
import { shown } from "../issue";
import type { TableName } from "./data-tables";
import { readHeading } from "./read-heading";
import { type ReadingOptions, readIncidents } from "./read-incidents";
import { readLinks, readLocations, readNotSame, readSources } from "./read-singles";
import type { TableFile } from "./table-file";

/**
 * What files of our own tables bring, one or a whole package, in the order in which it must be written: places before
 * what lies in them, originals before copies, incidents with all of their rows, then links and decisions. Every fault
 * comes with what it is of, or as an item of its own; nothing that stands in a file is passed over without one.
 */
export async function* readTables(
  files: readonly TableFile[],
  options: ReadingOptions,
): AsyncGenerator<ImportItem> {
  const byTable: Partial<Record<TableName, TableFile>> = {};
  for (const file of files) {
    const { table, file: name } = file;
    const first = byTable[table];
    const values = { value: shown(name), table };
    const position = { file: name, line: 1, column: "" };
    if (first) {
      const issue = { path: "", code: "table.twice", values: { ...values, file: first.file } };
      yield { what: "faults", faults: [{ ...position, issue }] };
      continue;
    }
    byTable[table] = file;
    const { faults } = readHeading(file);
    // Those of an incident's tables come when they are read.
    if (faults.length > 0 && SINGLE.has(table)) yield { what: "faults", faults };
  }
  yield* readLocations(byTable.locations, byTable.location_names);
  yield* readSources(byTable.sources);
  yield* readIncidents(byTable, options);
  yield* readLinks(byTable.links);
  yield* readNotSame(byTable.not_same);
}

const SINGLE = new Set<TableName>(["sources", "locations", "location_names", "links", "not_same"]);
