import type { IncidentDocument } from "../incident";
import type { Issue } from "../issue";
import type { Location } from "../location";
import type { NewSource, SourceDetail } from "../new-source";
import type { Source } from "../source";
import type { ImportedRowRecord } from "../tables/imported-rows-table";
import type { IncidentTable } from "../tables/incident-tables";
import type { Cells } from "../tables/table-column";
import type { VerifiedRecord } from "../tables/verified-versions-table";
import type { LinkType, ReviewStatus } from "../vocabulary";
import type { MappingFieldName } from "./mapping-fields";

/**
 * Where something stands in what is imported. `file`: the table's name inside a package, "" for a single table;
 * `line`: 1 is the header; `column`: its header, "" for the whole row.
 */
export type ImportPosition = { file: string; line: number; column: string };

/** A mistake in what is imported: an issue with its place. `values.value` is the cell as it stands there. */
export type ImportFault = ImportPosition & { issue: Issue };

/**
 * One row of a table of ours. `cells`: of the columns that the file has; where a cell is wrong, a neutral one stands in
 * for it. `kept`: of columns that are none of ours, the empty ones too. `faults`: what is wrong with the row by itself.
 */
export type TableRow = {
  line: number;
  cells: Cells;
  kept: Record<string, string>;
  faults: ImportFault[];
};

/** A row that is one thing by itself, and the file that it stands in. */
export type SingleRow = { file: string; row: TableRow };

/** What tables of ours say of one incident. `files`: the name of each table's file; absent: there is no such table. */
export type IncidentRows = {
  ref: string;
  files: Partial<Record<IncidentTable, string>>;
  rows: Record<IncidentTable, TableRow[]>;
};

/**
 * One incident that comes in. Claims name sources by id, by a key of `newSources`, or, from our own tables, by `SRC-…`.
 * `ref`: the reference it has or had, null where the table knows none.
 * `rowKey`: tells the same row again in another file; `rowDigest`: of all that the row says.
 * `columns`: by the beginning of a path in the document, the column that says it, for what is found wrong later.
 * `cells`: where it came from a mapping, the cells that went into it, by header, for words that are found wrong later.
 * `fields`: where it came from a mapping, the parts of the document that the table has columns for; what is absent
 * stays as it is in an incident that exists. `kept`: columns that no field is made of, by header.
 * `ofSources`: where it came from a mapping, the header of the column that says a detail of its sources, "" where the
 * mapping says it for all rows.
 * `rows`: where it came from our own tables. Then `document` and `faults` are those of a new incident; what the rows
 * make of one that exists, and what is wrong with that, is `buildIncident(rows, existing)`.
 * `review`: how far it is in its review; null where the file says nothing of it.
 * `verified`: its verified versions in their order, where the files have that table.
 * `former`: what former imports of that ledger kept of it; `at`: where the file says so.
 */
export type IncidentItem = {
  what: "incident";
  at: ImportPosition;
  ref: string | null;
  rowKey: string;
  rowDigest: string;
  document: IncidentDocument;
  newSources: NewSource[];
  fields?: readonly MappingFieldName[];
  kept: Record<string, string>;
  columns?: Record<string, string>;
  cells?: Record<string, string>;
  ofSources?: Partial<Record<SourceDetail, string>>;
  review?: {
    status: ReviewStatus | null;
    retractedReason: string | null;
    mergedInto: string | null;
  };
  rows?: IncidentRows;
  faults?: ImportFault[];
  verified?: VerifiedRow[];
  former?: FormerRow[];
};

export type VerifiedRow = VerifiedRecord & { at: ImportPosition };
export type FormerRow = ImportedRowRecord & { at?: ImportPosition };

/** A place with the other names that the files give it, each with where it stands. */
export type PlaceRow = SingleRow & { names: (ImportPosition & { name: string })[] };

/**
 * What an import brings, in the order in which it must be written: places, sources, incidents, links and decisions.
 * Of places and sources from our own tables, `place` and `row` say what the file has, for where they exist;
 * `faults` as for an incident. `note` and `reason`: null where the file has no such
 * column. `what: "faults"`: what is wrong with anything else.
 */
export type ImportItem =
  | {
      what: "location";
      at: ImportPosition;
      location: Location;
      place?: PlaceRow;
      faults?: ImportFault[];
    }
  | {
      what: "source";
      at: ImportPosition;
      ref: string;
      source: Source;
      row?: SingleRow;
      faults?: ImportFault[];
    }
  | IncidentItem
  | {
      what: "link";
      at: ImportPosition;
      from: string;
      to: string;
      type: LinkType;
      note: string | null;
    }
  | { what: "not_same"; at: ImportPosition; first: string; second: string; reason: string | null }
  | { what: "faults"; faults: ImportFault[] };
