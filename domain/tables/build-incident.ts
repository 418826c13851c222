import { checkIncident } from "../check-incident";
import type { ImportFault, ImportPosition, IncidentRows } from "../import/import-item";
import { type IncidentDocument, incidentDocumentSchema } from "../incident";
import { issuesOf } from "../zod-issues";
import { claimCells, claimOf } from "./claims-table";
import { eventGroupCells, eventGroupOf } from "./event-groups-table";
import { eventListFaults, eventLists } from "./event-lists";
import { eventPlaceCells, eventPlaceOf } from "./event-places-table";
import { eventCells, eventOf } from "./events-table";
import { groupCells, groupOf } from "./groups-table";
import { incidentPosition, issueWithCell, type MadeOf } from "./incident-positions";
import { lacking, mergeRows } from "./merge-rows";
import type { Cells } from "./table-column";

/** `positionOf`: where in the files stands what an issue of the document speaks of. */
export type BuiltIncident = {
  document: IncidentDocument;
  faults: ImportFault[];
  positionOf(path: string): ImportPosition;
};

/**
 * The incident that the rows make of what is there, null where it is new, with every fault; what is faulty must not be
 * written. Claims name their sources as they do in the files, by `SRC-…`; those that only the ledger has, as it does.
 * Columns and tables that are not there leave what they are about as it is, and nothing is taken away, but that the
 * places and groups of an event are those of its rows, where there are such rows or the event itself is there.
 */
export function buildIncident(
  incident: IncidentRows,
  existing: IncidentDocument | null,
): BuiltIncident {
  const { ref, files, rows } = incident;
  const was = existing ?? { title: "", summary: "", groups: [], events: [], claims: [] };
  const { made, faults: ofRows } = mergeAll(incident, was);
  const [own] = rows.incidents;
  const built: IncidentDocument = {
    title: String(own?.cells.title ?? was.title),
    summary: String(own?.cells.summary ?? was.summary),
    groups: made.groups.map(({ cells }) => groupOf(cells)),
    events: made.events.map(({ cells }, at) => ({
      ...eventOf(cells),
      places: made.event_places[at]!.map((place) => eventPlaceOf(place.cells)),
      groups: made.event_groups[at]!.map((group) => eventGroupOf(group.cells)),
    })),
    claims: made.claims.map(({ cells }) => claimOf(cells)),
  };
  const faults: ImportFault[] = [
    ...Object.values(rows).flatMap((some) => some.flatMap((row) => row.faults)),
    ...(existing || !own ? [] : lacking("incidents", files.incidents ?? "", own)),
    ...(existing || own ? [] : [noIncident()]),
    ...ofRows,
  ];
  const keyOf = ({ file, line, column }: ImportPosition) => `${file} ${line} ${column}`;
  const isFaulty = new Set(faults.map(keyOf));
  const parsed = incidentDocumentSchema.safeParse(built, { reportInput: true });
  const document = parsed.success ? parsed.data : built;
  const positionOf = (path: string) => incidentPosition(incident, made, path);
  for (const issue of [
    ...(parsed.success ? [] : issuesOf(parsed.error)),
    ...checkIncident(document),
  ]) {
    const at = positionOf(issue.path);
    if (issue.code === "count.best_outside_range") at.column = "best";
    if (!isFaulty.has(keyOf(at)) && !(issue.path === "title" && !own))
      faults.push({ ...at, issue: issueWithCell(incident, issue, at) });
  }
  return { document, faults, positionOf };

  /** Of tables without the one of incidents: only what is there already can be changed by them. */
  function noIncident(): ImportFault {
    const values = { value: ref, table: "incidents" };
    const at = incidentPosition(incident, made, "");
    return { ...at, column: "incident", issue: { path: "incident", code: "row.no_such", values } };
  }
}

function mergeAll(
  incident: IncidentRows,
  was: IncidentDocument,
): { made: MadeOf; faults: ImportFault[] } {
  const { ref, files, rows } = incident;
  const merge = (table: "groups" | "events" | "claims", cells: Cells[]) =>
    mergeRows({ table, file: files[table] ?? "" }, rows[table], cells, ({ id }) => String(id));
  const groups = merge(
    "groups",
    was.groups.map((group, at) => groupCells(ref, at + 1, group)),
  );
  const events = merge(
    "events",
    was.events.map((event, at) => eventCells(ref, at + 1, event)),
  );
  const claims = merge(
    "claims",
    was.claims.map((claim, at) => claimCells(ref, at + 1, claim)),
  );
  const old = new Map(was.events.map((event) => [event.id, event]));
  const made = {
    groups: groups.merged,
    events: events.merged,
    claims: claims.merged,
    event_places: eventLists("event_places", incident, events.merged, (id) =>
      (old.get(id)?.places ?? []).map((place, at) => eventPlaceCells(ref, id, at + 1, place)),
    ),
    event_groups: eventLists("event_groups", incident, events.merged, (id) =>
      (old.get(id)?.groups ?? []).map((group, at) => eventGroupCells(ref, id, at + 1, group)),
    ),
  };
  const faults = [
    ...groups.faults,
    ...events.faults,
    ...claims.faults,
    ...eventListFaults("event_places", incident, events.merged),
    ...eventListFaults("event_groups", incident, events.merged),
  ];
  return { made, faults };
}
