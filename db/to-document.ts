import type { CountRange } from "../domain/count-range";
import type { Claim, IncidentDocument } from "../domain/incident";
import { fromDateColumns } from "./date-columns";
import type { Store } from "./store";

type Row<Name extends keyof Store["t"]> = Store["t"][Name]["$inferSelect"];

/** The rows of one incident, each kind in its order; those of `concerned` in any. */
export type DocumentRows = {
  groups: readonly Row<"peopleGroup">[];
  events: readonly Row<"event">[];
  places: readonly Row<"eventPlace">[];
  concerned: readonly Row<"eventGroup">[];
  claims: readonly Row<"claim">[];
};

/** Everything a person wrote about an incident, from the rows it is stored in. */
export function toDocument(
  { title, summary }: Pick<IncidentDocument, "title" | "summary">,
  { groups, events, places, concerned, claims }: DocumentRows,
): IncidentDocument {
  const groupPosition = new Map(groups.map((group) => [group.id, group.position]));
  return {
    title,
    summary,
    groups: groups.map((row) => ({
      id: row.id,
      role: row.role,
      nationality: row.nationality,
      unit: row.unit,
      count: countOf(row),
      partOf: row.partOfId,
      ageBand: row.ageBand,
      sex: row.sex,
      circumstances: row.circumstances,
      label: row.label,
    })),
    events: events.map((row) => ({
      id: row.id,
      type: row.type,
      modality: row.modality,
      date: fromDateColumns(row),
      places: places
        .filter((place) => place.eventId === row.id && place.typed)
        .map(({ role, locationId }) => ({ role, locationId })),
      description: row.description,
      groups: concerned
        .filter((entry) => entry.eventId === row.id)
        .sort((a, b) => groupPosition.get(a.groupId)! - groupPosition.get(b.groupId)!)
        .map((entry) => ({ groupId: entry.groupId, count: countOf(entry) })),
    })),
    claims: claims.map((row) => ({
      id: row.id,
      sourceId: row.sourceId,
      groupId: row.groupId,
      eventId: row.eventId,
      field: row.field,
      count: row.field === "count" ? countOf(row) : null,
      date: fromDateColumns(row),
      place:
        row.placeRole === null || row.locationId === null
          ? null
          : { role: row.placeRole, locationId: row.locationId },
      modality: row.modality,
      status: row.status,
      scope: row.scope,
      scopeText: row.scopeText,
      statement: row.statement,
      quote: row.quote,
      locator: row.locator,
      credibility: row.credibility as Claim["credibility"],
      assessment: row.assessment,
      acknowledged: row.acknowledged,
    })),
  };
}

function countOf({ low, best, high }: CountRange): CountRange {
  return { low, best, high };
}
