import type { FieldMetadata, SubmissionResult } from "@conform-to/react";
import type { IncidentDocument } from "../../domain/incident";
import type { IncidentNames } from "../../domain/incident-names";
import type { Issue } from "../../domain/issue";
import type { SimilarAnswer } from "../../domain/similarity/similar-answer";
import type { SimilarIncident } from "../../domain/similarity/similar-incident";

/** What another has saved since this form was opened; `base` is what it was opened with, null when no longer known. */
export type StaleEdit = {
  version: number;
  base: IncidentDocument | null;
  current: IncidentDocument;
  names: IncidentNames;
};

/** As `StaleEdit`, of a source: its fields as saved now where they are not what is typed. */
export type StaleSource = { version: number; fields: { field: string; text: string }[] };

/** What may be the same case as the one that was sent, with what was said of each, and what is wrong with that. */
export type SimilarAsked = {
  similar: SimilarIncident[];
  answers: SimilarAnswer[];
  issues: Issue[];
};

/** What came of sending the form; `result` holds all that was typed. Both are absent before it is sent. */
export type EditorState = {
  result?: SubmissionResult<Issue[]>;
  stale?: StaleEdit;
  staleSource?: StaleSource;
  similar?: SimilarAsked;
};

/** What the form is sent to. A plain post, before any script has arrived, is answered in the same way. */
export type EditorAction = (state: EditorState, data: FormData) => Promise<EditorState>;

/** A field of one of the forms, as conform describes it. */
export type Meta<Typed> = FieldMetadata<Typed, Record<string, unknown>, Issue[]>;
