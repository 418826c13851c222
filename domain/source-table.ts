import { codes, searchText } from "./filter-field";
import type { TableRequest, TableSpec } from "./table-params";
import {
  ACCESSES,
  type Access,
  RELIABILITIES,
  type Reliability,
  SOURCE_KINDS,
  type SourceKind,
} from "./vocabulary";

/** Each is also the name of its column. */
export const SOURCE_SORT_KEYS = [
  "reference",
  "publisher",
  "title",
  "kind",
  "published",
  "language",
  "reliability",
  "access",
  "copies",
  "incidents",
  "claims",
] as const;
export type SourceSortKey = (typeof SOURCE_SORT_KEYS)[number];

/** Which sources are asked for. `q`: words in the publisher, the title or the address. */
export type SourceFilter = {
  q: string | null;
  kind: SourceKind[];
  reliability: Reliability[];
  access: Access[];
};

/** The table of sources, latest first unless asked otherwise. */
export const SOURCE_TABLE: TableSpec<SourceSortKey, SourceFilter> = {
  sortKeys: SOURCE_SORT_KEYS,
  descendingFirst: ["published", "copies", "incidents", "claims"],
  sort: { key: "published", descending: true },
  filters: {
    q: searchText,
    kind: codes(SOURCE_KINDS),
    reliability: codes(RELIABILITIES),
    access: codes(ACCESSES),
  },
};
export type SourceRequest = TableRequest<SourceSortKey, SourceFilter>;
