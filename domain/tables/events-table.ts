import type { IncidentEvent } from "../incident";
import { dateColumns, ofIncident } from "./common-columns";
import { dateCells } from "./date-cells";
import { dateFrom, text } from "./read-value";
import type { Cells, DataTable } from "./table-column";

export const EVENTS_TABLE = {
  name: "events",
  title: "Events",
  says: "One row for each thing on the timeline of an incident. Modality, date and places are the editors' own, which count while no claim gives them.",
  columns: [
    ...ofIncident("event"),
    {
      name: "id",
      type: "text",
      form: "id",
      required: true,
      says: "The id of the event within its incident.",
    },
    { name: "type", type: "text", required: true, vocabulary: "eventType", says: "What happened." },
    {
      name: "modality",
      type: "text",
      required: true,
      vocabulary: "modality",
      says: "Whether it happened, or is expected, doubtful or denied.",
    },
    ...dateColumns("date", "the event"),
    {
      name: "description",
      type: "text",
      maxLength: 10_000,
      says: "What happened, in the editors' own words.",
    },
  ],
  primaryKey: ["incident", "id"],
  foreignKeys: [{ columns: ["incident"], table: "incidents", references: ["reference"] }],
} as const satisfies DataTable;

/** An event without its places and groups, which have tables of their own. */
export type BareEvent = Omit<IncidentEvent, "places" | "groups">;

export function eventCells(incident: string, position: number, event: BareEvent): Cells {
  return {
    incident,
    position,
    id: event.id,
    type: event.type,
    modality: event.modality,
    ...dateCells("date", event.date),
    description: event.description,
  };
}

/** The event of a row that has every column; its values are checked by `eventSchema`, not here. */
export function eventOf(cells: Cells): BareEvent {
  return {
    id: text(cells, "id"),
    type: text(cells, "type"),
    modality: text(cells, "modality"),
    date: dateFrom(cells, "date"),
    description: text(cells, "description"),
  };
}
