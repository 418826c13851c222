import { codes, day, openCodes, printable, reference } from "./filter-field";
import type { Issue } from "./issue";
import {
  REVISION_ACTIONS,
  REVISION_ENTITIES,
  type RevisionAction,
  type RevisionEntity,
} from "./revision";
import type { TableRequest, TableSpec } from "./table-params";

export type LogSortKey = "entry";

/**
 * Which entries of the log are asked for. `who`: ids of actors. `reference`: of an incident, its links included, or of
 * a source. `from`, `to`: days in UTC, both inclusive.
 */
export type LogFilter = {
  who: string[];
  action: RevisionAction[];
  entity: RevisionEntity[];
  reference: string | null;
  from: string | null;
  to: string | null;
};

/** The log, newest first unless asked otherwise. */
export const LOG_TABLE: TableSpec<LogSortKey, LogFilter> = {
  sortKeys: ["entry"],
  descendingFirst: ["entry"],
  sort: { key: "entry", descending: true },
  filters: {
    who: openCodes(
      (text) => (text.length <= 200 && text === printable(text) ? text : null),
      "filter.unknown_actor",
    ),
    action: codes(REVISION_ACTIONS),
    entity: codes(REVISION_ENTITIES),
    reference,
    from: day("first"),
    to: day("last"),
  },
};
export type LogRequest = TableRequest<LogSortKey, LogFilter>;

/** That a time asked for ends before it begins; nothing is found in it. */
export function logContradictions({
  filter: { from, to },
}: {
  filter: Pick<LogFilter, "from" | "to">;
}): Issue[] {
  if (from === null || to === null || from <= to) return [];
  return [{ path: "from", code: "filter.from_after_to", values: { from, to } }];
}
