import { guardCell } from "../csv-cell";
import type { IncidentDocument } from "../incident";
import { claimCells } from "./claims-table";
import { type TableName, tableNamed } from "./data-tables";
import { eventGroupCells } from "./event-groups-table";
import { eventPlaceCells } from "./event-places-table";
import { eventCells } from "./events-table";
import { groupCells } from "./groups-table";
import type { IncidentTable } from "./incident-tables";
import { type IncidentRecord, incidentCells } from "./incidents-table";
import type { Cells } from "./table-column";
import type { TableFile } from "./table-file";
import { writeCells } from "./write-cells";

/** A table as a file in memory, in batches of two rows. `columns`: those that it has; not given: all. */
export function fileOf(
  table: TableName,
  rows: readonly Cells[],
  { columns, file = `data/${table}.csv` }: { columns?: readonly string[]; file?: string } = {},
): TableFile {
  const shown = tableNamed(table).columns.filter(({ name }) => !columns || columns.includes(name));
  const written = rows.map((row) =>
    writeCells(shown, row).map((cell) =>
      typeof cell === "string" ? guardCell(cell) : String(cell ?? ""),
    ),
  );
  return textFile(table, [shown.map(({ name }) => name), ...written], file);
}

/** The same from cells as they stand in a file, the heading first. */
export function textFile(table: TableName, lines: readonly string[][], file = ""): TableFile {
  const [headers = [], ...rows] = lines;
  return {
    file,
    table,
    headers,
    async *records() {
      for (let at = 0; at < rows.length; at += 2)
        yield rows.slice(at, at + 2).map((cells, next) => ({ line: at + next + 2, cells }));
    },
  };
}

export function anIncidentRecord(ref: string, rest: Partial<IncidentRecord> = {}): IncidentRecord {
  return {
    ref,
    title: "An incident",
    summary: "",
    reviewStatus: "draft",
    retractedReason: null,
    mergedInto: null,
    publication: "internal",
    createdAt: 0,
    updatedAt: 0,
    ...rest,
  };
}

/** The rows of an incident by table. Its claims name sources by reference. */
export function rowsOf(
  record: IncidentRecord,
  { title, summary, groups, events, claims }: IncidentDocument,
): Record<IncidentTable, Cells[]> {
  const { ref } = record;
  return {
    incidents: [incidentCells({ ...record, title, summary })],
    groups: groups.map((group, at) => groupCells(ref, at + 1, group)),
    events: events.map((event, at) => eventCells(ref, at + 1, event)),
    event_places: events.flatMap(({ id, places }) =>
      places.map((place, at) => eventPlaceCells(ref, id, at + 1, place)),
    ),
    event_groups: events.flatMap(({ id, groups: concerned }) =>
      concerned.map((group, at) => eventGroupCells(ref, id, at + 1, group)),
    ),
    claims: claims.map((claim, at) => claimCells(ref, at + 1, claim)),
  };
}
