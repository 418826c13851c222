import type { DocumentChange } from "../../domain/diff-document";
import type { ImportAction } from "../../domain/import/data-import";

/** What came of an incident that was brought in; `changes`: of one that was there. */
export type AppliedIncident = {
  action: ImportAction;
  ref: string;
  title: string;
  changes: DocumentChange[];
};
