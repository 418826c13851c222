import type { IncidentTableRow } from "../../components/incident-cell";
import type { IncidentRow } from "../../domain/incident-row";

/** What the browser needs of a row: without what only exports show. */
export function toTableRow(row: IncidentRow): IncidentTableRow {
  const { ref, title, reviewStatus, updatedAt, placeNames, headline, finds } = row;
  return { ref, title, reviewStatus, updatedAt, placeNames, headline, finds };
}
