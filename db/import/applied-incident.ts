import type { DocumentChange } from "../../domain/diff-document";
import type { ImportAction } from "../../domain/import/data-import";

/** What became of a row. `changes`: of what was there; none where it is new or the same. */
export type AppliedIncident = {
  action: ImportAction;
  ref: string;
  title: string;
  changes: DocumentChange[];
};
