import type { IncidentDocument } from "../incident";
import type { Source } from "../source";
import type { Cells, DataTable } from "./table-column";

/**
 * An incident as it was when it was verified, with the sources that it cites and all that those copy, without stored
 * texts. Claims, and sources of what they copy, name sources by reference.
 */
export type VerifiedContent = {
  document: IncidentDocument;
  sources: (Source & { ref: string })[];
};

/** One verified version of an incident. `content`: null where it is what the incident and its sources are now. */
export type VerifiedRecord = {
  number: number;
  bySamePerson: boolean;
  content: VerifiedContent | null;
};

export const VERIFIED_VERSIONS_TABLE = {
  name: "verified_versions",
  title: "Verified versions",
  says: "One row for each time that an incident was verified. Only a restore from the command line takes it in.",
  isInternal: true,
  columns: [
    {
      name: "incident",
      type: "text",
      form: "incident",
      required: true,
      says: "The reference of the incident.",
    },
    {
      name: "number",
      type: "whole",
      required: true,
      min: 1,
      says: "Which of its verified versions it is, from 1.",
    },
    {
      name: "verified_at",
      type: "instant",
      nullable: true,
      notRead: "told",
      says: "When it was verified.",
    },
    {
      name: "by_same_person",
      type: "yes_no",
      says: "True where one person both wrote and verified it, as an administrator allowed.",
    },
    {
      name: "content",
      type: "json",
      says: "What it was then, as JSON with a document and its sources; empty where the tables say it, since nothing has changed.",
    },
  ],
  primaryKey: ["incident", "number"],
  foreignKeys: [{ columns: ["incident"], table: "incidents", references: ["reference"] }],
} as const satisfies DataTable;

export function verifiedVersionCells(
  incident: string,
  { number, bySamePerson, content }: VerifiedRecord,
  verifiedAt: number | null,
): Cells {
  return {
    incident,
    number,
    verified_at: verifiedAt,
    by_same_person: bySamePerson,
    content: content === null ? "" : JSON.stringify(content),
  };
}
