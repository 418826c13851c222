import type { Place } from "../incident";
import { ofIncident } from "./common-columns";
import { text } from "./read-value";
import type { Cells, DataTable } from "./table-column";

export const EVENT_PLACES_TABLE = {
  name: "event_places",
  title: "Places of events",
  says: "One row for each place of an event, as the editors put it.",
  columns: [
    ...ofIncident("place"),
    {
      name: "event",
      type: "text",
      form: "id",
      required: true,
      says: "The id of the event within its incident.",
    },
    {
      name: "role",
      type: "text",
      required: true,
      vocabulary: "placeRole",
      says: "Whether it happened there, or led from there or to there.",
    },
    {
      name: "location",
      type: "text",
      form: "id",
      required: true,
      says: "The id of the place in the table of locations, of any level.",
    },
  ],
  primaryKey: ["incident", "event", "role", "location"],
  foreignKeys: [
    { columns: ["incident", "event"], table: "events", references: ["incident", "id"] },
    { columns: ["location"], table: "locations", references: ["id"] },
  ],
} as const satisfies DataTable;

export function eventPlaceCells(
  incident: string,
  event: string,
  position: number,
  { role, locationId }: Place,
): Cells {
  return { incident, position, event, role, location: locationId };
}

export function eventPlaceOf(cells: Cells): Place {
  return { role: text(cells, "role"), locationId: text(cells, "location") };
}
