import type { ImportFault, IncidentRows, TableRow } from "../import/import-item";
import { shown } from "../issue";
import { type Merged, mergeRows } from "./merge-rows";
import type { Cells } from "./table-column";

/** The tables of what events list. */
export type EventListTable = "event_places" | "event_groups";

/**
 * What each of the events lists after an import: its rows, where there are such, or where the event itself has a row
 * and the table is there; else what it listed `before`.
 */
export function eventLists(
  table: EventListTable,
  { files, rows }: IncidentRows,
  events: readonly Merged[],
  before: (event: string) => Cells[],
): Merged[][] {
  const file = files[table];
  return events.map(({ row, cells: { id } }) => {
    const own = rows[table].filter(({ cells }) => cells.event === id);
    const there = before(String(id));
    if (file === undefined || (own.length === 0 && row === null))
      return there.map((cells) => ({ row: null, cells }));
    const { merged } = mergeRows({ table, file }, own, there, listed);
    return merged.filter((one) => one.row !== null);
  });
}

/** The rows of a table that are of an event which there is not, or that say again what one before them says. */
export function eventListFaults(
  table: EventListTable,
  { files, rows }: IncidentRows,
  events: readonly Merged[],
): ImportFault[] {
  const file = files[table] ?? "";
  const known = new Set(events.map(({ cells }) => cells.id));
  const lines = new Map<string, number>();
  const fault = (
    { line }: TableRow,
    column: string,
    code: string,
    values: object,
  ): ImportFault => ({
    file,
    line,
    column,
    issue: { path: column, code, values: { ...values } },
  });
  return rows[table].flatMap((row) => {
    const event = shown(String(row.cells.event));
    const key = `${event} ${listed(row.cells)}`;
    const first = lines.get(key);
    if (first === undefined) lines.set(key, row.line);
    return [
      ...(known.has(row.cells.event ?? null)
        ? []
        : [fault(row, "event", "row.no_such", { value: event, table: "events" })]),
      ...(first === undefined ? [] : [fault(row, "", "row.twice", { value: key, line: first })]),
    ];
  });
}

/** What tells the entries of one list apart. */
function listed({ role, location, group }: Cells): string {
  return group === undefined ? `${role} ${location}` : String(group);
}
