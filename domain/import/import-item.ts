import type { IncidentDocument } from "../incident";
import type { Issue } from "../issue";
import type { Location } from "../location";
import type { NewSource } from "../new-source";
import type { Source } from "../source";
import type { LinkType, ReviewStatus } from "../vocabulary";

/**
 * Where something stands in what is imported. `file`: the table's name inside a package, "" for a single table;
 * `line`: 1 is the header; `column`: its header, "" for the whole row.
 */
export type ImportPosition = { file: string; line: number; column: string };

/** A mistake in what is imported: an issue with its place. `values.value` is the cell as it stands there. */
export type ImportFault = ImportPosition & { issue: Issue };

/**
 * One incident that comes in. Claims name sources by id, by a key of `newSources`, or, from our own tables, by `SRC-…`.
 * `ref`: the reference it has or had, null where the table knows none.
 * `rowKey`: tells the same row again in another file; `rowDigest`: of all that the row says.
 * `columns`: by the beginning of a path in the document, the column that says it, for what is found wrong later.
 * `fields`: where it came from a mapping, the parts of the document that the table has columns for; what is absent
 * stays as it is in an incident that exists. `kept`: columns that no field is made of, by header.
 */
export type IncidentItem = {
  what: "incident";
  at: ImportPosition;
  ref: string | null;
  rowKey: string;
  rowDigest: string;
  document: IncidentDocument;
  newSources: NewSource[];
  kept: Record<string, string>;
  columns?: Record<string, string>;
  review?: { status: ReviewStatus; retractedReason: string | null; mergedInto: string | null };
};

/** What an import brings, in the order in which it must be written: places, sources, incidents, links and decisions. */
export type ImportItem =
  | { what: "location"; at: ImportPosition; location: Location }
  | { what: "source"; at: ImportPosition; ref: string; source: Source }
  | IncidentItem
  | { what: "link"; at: ImportPosition; from: string; to: string; type: LinkType; note: string }
  | { what: "not_same"; at: ImportPosition; first: string; second: string; reason: string }
  | { what: "faults"; faults: ImportFault[] };
