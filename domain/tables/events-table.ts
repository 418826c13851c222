import type { IncidentEvent } from "../incident";
import type { Modality } from "../vocabulary";
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
    {
      name: "current_modality",
      type: "text",
      nullable: true,
      vocabulary: "modality",
      notRead: "told",
      says: "Whether it happened, worked out from the claims.",
    },
    {
      name: "current_earliest",
      type: "day",
      nullable: true,
      notRead: "told",
      says: "The first day that it may be of, worked out from the claims.",
    },
    {
      name: "current_latest",
      type: "day",
      nullable: true,
      notRead: "told",
      says: "The last day that it may be of, worked out from the claims.",
    },
    {
      name: "current_places",
      type: "list",
      form: "id",
      notRead: "told",
      says: "The ids of its places in the table of locations, whatever their roles, worked out from the claims.",
    },
  ],
  primaryKey: ["incident", "id"],
  foreignKeys: [{ columns: ["incident"], table: "incidents", references: ["reference"] }],
} as const satisfies DataTable;

/** An event without its places and groups, which have tables of their own. */
export type BareEvent = Omit<IncidentEvent, "places" | "groups">;

/** What the claims make of an event. `places`: ids. */
export type CurrentEvent = {
  modality: Modality | null;
  earliest: string | null;
  latest: string | null;
  places: readonly string[];
};
const UNTOLD: CurrentEvent = { modality: null, earliest: null, latest: null, places: [] };

/** `current`: not given: nothing is told of it. */
export function eventCells(
  incident: string,
  position: number,
  event: BareEvent,
  current: CurrentEvent = UNTOLD,
): Cells {
  return {
    incident,
    position,
    id: event.id,
    type: event.type,
    modality: event.modality,
    ...dateCells("date", event.date),
    description: event.description,
    current_modality: current.modality,
    current_earliest: current.earliest,
    current_latest: current.latest,
    current_places: current.places,
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
