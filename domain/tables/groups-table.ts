import { type CountRange, unknownCount } from "../count-range";
import type { Group } from "../incident";
import { countColumns, currentCount, ofIncident } from "./common-columns";
import { countFrom, listFrom, nullable, text } from "./read-value";
import type { Cells, DataTable } from "./table-column";

export const GROUPS_TABLE = {
  name: "groups",
  title: "Groups",
  says: "One row for each group of people of an incident, anonymised. Nobody is ever named.",
  columns: [
    ...ofIncident("group"),
    {
      name: "id",
      type: "text",
      form: "id",
      required: true,
      says: "The id of the group within its incident.",
    },
    {
      name: "role",
      type: "text",
      required: true,
      vocabulary: "role",
      says: "What the people were doing, or what they are to the case.",
    },
    {
      name: "nationality",
      type: "text",
      form: "country",
      nullable: true,
      says: "The country whose nationals they are, ISO 3166-1 alpha-2; empty: not known.",
    },
    {
      name: "unit",
      type: "text",
      required: true,
      vocabulary: "unit",
      says: "What low, best and high count.",
    },
    ...countColumns("people or families in the group, as the editors put it while no claim says"),
    {
      name: "part_of",
      type: "text",
      form: "id",
      nullable: true,
      says: "The id of the group of the same incident that this one is a part of; a part never adds to a total.",
    },
    {
      name: "age_band",
      type: "text",
      nullable: true,
      vocabulary: "ageBand",
      says: "How old they are; empty: not known.",
    },
    {
      name: "sex",
      type: "text",
      nullable: true,
      vocabulary: "sex",
      says: "Their sex; empty: not known.",
    },
    {
      name: "circumstances",
      type: "list",
      vocabulary: "circumstance",
      says: "What makes some of them need special protection.",
    },
    {
      name: "label",
      type: "text",
      maxLength: 200,
      says: "Words that tell the group from the others; never a name of a person.",
    },
    ...currentCount(),
  ],
  primaryKey: ["incident", "id"],
  foreignKeys: [
    { columns: ["incident"], table: "incidents", references: ["reference"] },
    {
      columns: ["incident", "part_of"],
      table: "groups",
      references: ["incident", "id"],
      isOptional: true,
    },
    { columns: ["nationality"], table: "locations", references: ["id"], isOptional: true },
  ],
} as const satisfies DataTable;

/** `current`: what the claims make of the count; not given: nothing is told of it. */
export function groupCells(
  incident: string,
  position: number,
  group: Group,
  current: CountRange = unknownCount,
): Cells {
  return {
    incident,
    position,
    id: group.id,
    role: group.role,
    nationality: group.nationality,
    unit: group.unit,
    ...group.count,
    part_of: group.partOf,
    age_band: group.ageBand,
    sex: group.sex,
    circumstances: group.circumstances,
    label: group.label,
    current_low: current.low,
    current_best: current.best,
    current_high: current.high,
  };
}

/** The group of a row that has every column; its values are checked by `groupSchema`, not here. */
export function groupOf(cells: Cells): Group {
  return {
    id: text(cells, "id"),
    role: text(cells, "role"),
    nationality: nullable(cells, "nationality"),
    unit: text(cells, "unit"),
    count: countFrom(cells),
    partOf: nullable(cells, "part_of"),
    ageBand: nullable(cells, "age_band"),
    sex: nullable(cells, "sex"),
    circumstances: listFrom(cells, "circumstances"),
    label: text(cells, "label"),
  };
}
