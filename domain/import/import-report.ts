import type { SimilarIncident } from "../similarity/similar-incident";
import type { ImportFault } from "./import-item";

/** How many of a kind were created, changed, left as they are, or not taken for their faults. */
export type ImportCounts = { created: number; changed: number; unchanged: number; failed: number };

/** A field of an existing incident that an import changes, in words: `path` as in the document. */
export type ImportedChange = { path: string; before: string; after: string };

/** What became of one row. `ref`: of the incident, null while it is only checked and would be created. */
export type ImportedIncident = {
  line: number;
  file: string;
  title: string;
  ref: string | null;
  action: "created" | "changed";
  changes: ImportedChange[];
  similar: SimilarIncident[];
};

/**
 * What a check or an import found. Counts are of everything; the lists hold at most `MAX_LISTED` each, the first ones.
 * `isApplied`: it was written; otherwise it was only checked and nothing of it is in the ledger.
 */
export type ImportReport = {
  isApplied: boolean;
  rows: number;
  incidents: ImportCounts;
  sources: ImportCounts;
  locations: ImportCounts;
  links: ImportCounts;
  faults: ImportFault[];
  faultCount: number;
  listed: ImportedIncident[];
  similarCount: number;
};

export const MAX_LISTED = 200;
