import type { DocumentChange, FieldChange } from "../diff-document";
import type { SimilarIncident } from "../similarity/similar-incident";
import type { ImportFault } from "./import-item";
import type { NameChoice } from "./name-choices";

/** How many of a kind were created, changed, left as they are, or not taken for their faults. */
export type ImportCounts = { created: number; changed: number; unchanged: number; failed: number };

/** What became of one row. `ref`: of the incident, null while it is only checked and would be created. */
export type ImportedIncident = {
  line: number;
  file: string;
  title: string;
  ref: string | null;
  action: "created" | "changed";
  /** What an import changes of an incident that was there. */
  changes: DocumentChange[];
};

/** A source, link or decision that was there, and what an import changes of it. `refs`: its own, or both incidents'. */
export type ChangedThing = {
  what: "source" | "link" | "not_same";
  file: string;
  line: number;
  refs: string[];
  title: string;
  fields: FieldChange[];
};

/** A row that would make a new incident, and the incidents that may be the same case. */
export type SimilarRow = { file: string; line: number; title: string; similar: SimilarIncident[] };

/**
 * What a check or an import found. Counts are of everything; the lists hold at most `MAX_LISTED` each, the first ones.
 * `changed`: sources, links and decisions. `kept`: where the file says otherwise and the ledger stays as it is.
 * `isApplied`: it was written; otherwise it was only checked and nothing of it is in the ledger.
 */
export type ImportReport = {
  isApplied: boolean;
  /** What was done with likely names of people. */
  names: NameChoice;
  rows: number;
  incidents: ImportCounts;
  sources: ImportCounts;
  locations: ImportCounts;
  links: ImportCounts;
  faults: ImportFault[];
  faultCount: number;
  listed: ImportedIncident[];
  changed: ChangedThing[];
  kept: ImportFault[];
  keptCount: number;
  /** Of the first `compared` rows that make new incidents. */
  similar: SimilarRow[];
  compared: number;
};

export const MAX_LISTED = 200;

/** More than that of what stays as it is are counted and not listed. */
export const MAX_KEPT = 1_000;

/** So many rows that make new incidents are held against those that are there. */
export const MAX_COMPARED = 1_000;

/** More than that of faults are counted and not listed. */
export const MAX_FAULTS = 10_000;

export function emptyReport(): ImportReport {
  const none = (): ImportCounts => ({ created: 0, changed: 0, unchanged: 0, failed: 0 });
  return {
    isApplied: false,
    names: { choice: "refuse", reason: "" },
    rows: 0,
    incidents: none(),
    sources: none(),
    locations: none(),
    links: none(),
    faults: [],
    faultCount: 0,
    listed: [],
    changed: [],
    kept: [],
    keptCount: 0,
    similar: [],
    compared: 0,
  };
}
