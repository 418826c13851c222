import type { ImportPosition, IncidentRows } from "../import/import-item";
import { type Issue, shown } from "../issue";
import { columnOfPath } from "./column-of-path";
import { INCIDENT_TABLES, type IncidentTable } from "./incident-tables";
import type { Merged } from "./merge-rows";

/** What a document was made of, in its order: the lists by the tables, those of events by the events. */
export type MadeOf = {
  groups: readonly Merged[];
  events: readonly Merged[];
  claims: readonly Merged[];
  event_places: readonly (readonly Merged[])[];
  event_groups: readonly (readonly Merged[])[];
};

/**
 * Where in the files stands what an issue of the document speaks of. What only the ledger has stands nowhere: then it
 * is the row of its event or of the incident, or the first that is said of it.
 */
export function incidentPosition(
  { files, rows }: IncidentRows,
  made: MadeOf,
  path: string,
): ImportPosition {
  const [list = "", index, inner, at, ...rest] = path.split(".");
  const number = Number(index);
  const position = (table: IncidentTable, { row }: Merged, column: string) =>
    row && { file: files[table] ?? "", line: row.line, column };
  const candidates = [];
  if (list === "groups" || list === "events" || list === "claims") {
    const lists = { places: "event_places", groups: "event_groups" } as const;
    const table = list === "events" && at !== undefined ? lists[inner as "places"] : undefined;
    const entry = table && made[table][number]?.[Number(at)];
    const column = table === "event_places" ? "location" : "group";
    if (table && entry)
      candidates.push(position(table, entry, rest[0] ? columnOfPath(rest) : column));
    const thing = made[list][number];
    const own = table || inner === undefined ? "" : columnOfPath([inner, ...(at ? [at] : [])]);
    if (thing) candidates.push(position(list, thing, own));
  } else if (rows.incidents[0]) {
    const { line } = rows.incidents[0];
    candidates.push({ file: files.incidents ?? "", line, column: columnOfPath([list]) });
  }
  const found = INCIDENT_TABLES.find((name) => rows[name].length > 0) ?? "incidents";
  const first = { file: files[found] ?? "", line: rows[found][0]?.line ?? 1, column: "" };
  return candidates.find((one) => one !== null) ?? first;
}

/** An issue with what stands in the cell that it speaks of, where there is one. */
export function issueWithCell(
  { files, rows }: IncidentRows,
  issue: Issue,
  { file, line, column }: ImportPosition,
): Issue {
  const table = INCIDENT_TABLES.find((name) => files[name] === file);
  const row = table && rows[table].find((one) => one.line === line);
  const cell = shown(String(row?.cells[column] ?? ""));
  return {
    ...issue,
    values: { ...issue.values, value: column === "" ? (issue.values?.value ?? "") : cell },
  };
}
