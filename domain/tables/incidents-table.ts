import type { Publication, ReviewStatus } from "../vocabulary";
import type { Cells, DataTable } from "./table-column";

/** What stands of an incident in its own row. Times are milliseconds since 1970. */
export type IncidentRecord = {
  ref: string;
  title: string;
  summary: string;
  reviewStatus: ReviewStatus;
  retractedReason: string | null;
  mergedInto: string | null;
  publication: Publication;
  createdAt: number;
  updatedAt: number;
};

export const INCIDENTS_TABLE = {
  name: "incidents",
  title: "Incidents",
  says: "One row for each incident: something that happened to groups of people who were arrested, held, moved, sent back or released.",
  columns: [
    {
      name: "reference",
      type: "text",
      form: "incident",
      required: true,
      says: "The permanent reference of the incident; it is never used again.",
    },
    {
      name: "title",
      type: "text",
      required: true,
      maxLength: 300,
      says: "What happened, in a few words.",
    },
    {
      name: "summary",
      type: "text",
      maxLength: 20_000,
      says: "What happened, in the editors' own words.",
    },
    {
      name: "review_status",
      type: "text",
      nullable: true,
      vocabulary: "reviewStatus",
      says: "How far the incident has been reviewed. Only a restore from the command line keeps it; every other import makes drafts.",
    },
    {
      name: "retracted_reason",
      type: "text",
      nullable: true,
      says: "Why a retracted incident was taken back.",
    },
    {
      name: "merged_into",
      type: "text",
      form: "incident",
      nullable: true,
      says: "The reference of the incident into which this one was merged.",
    },
    {
      name: "publication",
      type: "text",
      nullable: true,
      vocabulary: "publication",
      notRead: "told",
      says: "Whether the public sees the incident. An import never publishes.",
    },
    {
      name: "created_at",
      type: "instant",
      nullable: true,
      notRead: "told",
      says: "When the incident came into the ledger, or into what the public sees of it.",
    },
    {
      name: "updated_at",
      type: "instant",
      nullable: true,
      notRead: "told",
      says: "When the incident was last written.",
    },
  ],
  primaryKey: ["reference"],
  foreignKeys: [
    {
      columns: ["merged_into"],
      table: "incidents",
      references: ["reference"],
      isOptional: true,
      isOpen: true,
    },
  ],
} as const satisfies DataTable;

export function incidentCells(record: IncidentRecord): Cells {
  return {
    reference: record.ref,
    title: record.title,
    summary: record.summary,
    review_status: record.reviewStatus,
    retracted_reason: record.retractedReason,
    merged_into: record.mergedInto,
    publication: record.publication,
    created_at: record.createdAt,
    updated_at: record.updatedAt,
  };
}
