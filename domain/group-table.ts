import { countryCodes } from "./country-codes";
import { codes, searchText } from "./filter-field";
import type { TableRequest, TableSpec } from "./table-params";
import { ROLES, type Role, STATUSES, type Status } from "./vocabulary";

/** Each is also the name of its column. */
export const GROUP_SORT_KEYS = [
  "incident",
  "title",
  "role",
  "nationality",
  "people",
  "part",
  "age",
  "sex",
  "circumstances",
  "status",
] as const;
export type GroupSortKey = (typeof GROUP_SORT_KEYS)[number];

/**
 * Which groups are asked for. `q`: words in the title or summary of the incident. `nationality`: ISO 3166-1 alpha-2.
 * `status`: what became of at least some of the group.
 */
export type GroupFilter = {
  q: string | null;
  role: Role[];
  nationality: string[];
  status: Status[];
};

/** The table of groups, by the incident's title unless asked otherwise. */
export const GROUP_TABLE: TableSpec<GroupSortKey, GroupFilter> = {
  sortKeys: GROUP_SORT_KEYS,
  descendingFirst: ["people"],
  sort: { key: "title", descending: false },
  filters: {
    q: searchText,
    role: codes(ROLES),
    nationality: countryCodes,
    status: codes(STATUSES),
  },
};
export type GroupRequest = TableRequest<GroupSortKey, GroupFilter>;
