import type { Concerned } from "../incident";
import { countColumns, ofIncident } from "./common-columns";
import { countFrom, text } from "./read-value";
import type { Cells, DataTable } from "./table-column";

export const EVENT_GROUPS_TABLE = {
  name: "event_groups",
  title: "Groups of events",
  says: "One row for each group that an event concerns, and how many of it; so a group can split.",
  columns: [
    ...ofIncident("group"),
    {
      name: "event",
      type: "text",
      form: "id",
      required: true,
      says: "The id of the event within its incident.",
    },
    {
      name: "group",
      type: "text",
      form: "id",
      required: true,
      says: "The id of the group within its incident.",
    },
    ...countColumns(
      "those of the group whom the event concerns, all three empty for the whole group",
    ),
  ],
  primaryKey: ["incident", "event", "group"],
  foreignKeys: [
    { columns: ["incident", "event"], table: "events", references: ["incident", "id"] },
    { columns: ["incident", "group"], table: "groups", references: ["incident", "id"] },
  ],
} as const satisfies DataTable;

export function eventGroupCells(
  incident: string,
  event: string,
  position: number,
  { groupId, count }: Concerned,
): Cells {
  return { incident, position, event, group: groupId, ...count };
}

export function eventGroupOf(cells: Cells): Concerned {
  return { groupId: text(cells, "group"), count: countFrom(cells) };
}
