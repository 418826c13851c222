import { ACCESS_ACTIONS, type AccessAction } from "./access";
import { codes, day, openCodes, printable, reference } from "./filter-field";
import type { TableRequest, TableSpec } from "./table-params";

export type AccessSortKey = "at";

/** Which accesses are asked for. `who`: ids of accounts. `from`, `to`: days in UTC, both inclusive. */
export type AccessFilter = {
  who: string[];
  action: AccessAction[];
  reference: string | null;
  from: string | null;
  to: string | null;
};

/** The record of accesses, newest first unless asked otherwise. */
export const ACCESS_TABLE: TableSpec<AccessSortKey, AccessFilter> = {
  sortKeys: ["at"],
  descendingFirst: ["at"],
  sort: { key: "at", descending: true },
  filters: {
    who: openCodes(
      (text) => (text.length <= 200 && text === printable(text) ? text : null),
      "filter.unknown_reader",
    ),
    action: codes(ACCESS_ACTIONS),
    reference,
    from: day("first"),
    to: day("last"),
  },
};
export type AccessRequest = TableRequest<AccessSortKey, AccessFilter>;
