import type { IncidentTableRow } from "../../components/incident-cell";
import type { IncidentRow } from "../../domain/incident-row";

/** What the browser needs of a row: without what is computed of each group and event, and what only exports show. */
export function toTableRow(row: IncidentRow): IncidentTableRow {
  const { groups: _groups, events: _events, ...headline } = row.headline;
  const { ref, title, reviewStatus, updatedAt, placeNames, finds } = row;
  return { ref, title, reviewStatus, updatedAt, placeNames, headline, finds };
}
