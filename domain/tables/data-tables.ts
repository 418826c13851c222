import { CLAIMS_TABLE } from "./claims-table";
import { EVENT_GROUPS_TABLE } from "./event-groups-table";
import { EVENT_PLACES_TABLE } from "./event-places-table";
import { EVENTS_TABLE } from "./events-table";
import { GROUPS_TABLE } from "./groups-table";
import { IMPORTED_ROWS_TABLE } from "./imported-rows-table";
import { INCIDENTS_TABLE } from "./incidents-table";
import { LINKS_TABLE, NOT_SAME_TABLE } from "./links-tables";
import { LOCATION_NAMES_TABLE, LOCATIONS_TABLE } from "./locations-table";
import { SOURCES_TABLE } from "./sources-table";
import type { DataTable, TableColumn } from "./table-column";
import { VERIFIED_VERSIONS_TABLE } from "./verified-versions-table";

/**
 * The full set of tables, in the order in which they are given out. Whatever speaks of them is made from this: their
 * rows, the reading of rows, the data package and the codebook. What their columns are for is said here, in English
 * as their names are, and not in `messages`: it goes into files.
 */
export const DATA_TABLES = {
  incidents: INCIDENTS_TABLE,
  groups: GROUPS_TABLE,
  events: EVENTS_TABLE,
  event_places: EVENT_PLACES_TABLE,
  event_groups: EVENT_GROUPS_TABLE,
  claims: CLAIMS_TABLE,
  sources: SOURCES_TABLE,
  locations: LOCATIONS_TABLE,
  location_names: LOCATION_NAMES_TABLE,
  links: LINKS_TABLE,
  not_same: NOT_SAME_TABLE,
  verified_versions: VERIFIED_VERSIONS_TABLE,
  imported_rows: IMPORTED_ROWS_TABLE,
} as const satisfies Record<string, DataTable>;

export type TableName = keyof typeof DATA_TABLES;
export const TABLE_NAMES = Object.keys(DATA_TABLES) as TableName[];

export function tableNamed(name: TableName): DataTable {
  return DATA_TABLES[name];
}

/** The tables that readers get; `isInternal`: readers who may log incidents. */
export function tablesFor(isInternal: boolean): TableName[] {
  return TABLE_NAMES.filter((name) => isInternal || !tableNamed(name).isInternal);
}

/** The columns of a table that readers get. */
export function columnsFor(name: TableName, isInternal: boolean): TableColumn[] {
  return tableNamed(name).columns.filter((column) => isInternal || !column.isInternal);
}
