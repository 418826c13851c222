import type { Claim } from "../incident";
import { countColumns, dateColumns, ofIncident } from "./common-columns";
import { dateCells } from "./date-cells";
import { countFrom, dateFrom, isTrue, nullable, numberFrom, text } from "./read-value";
import type { Cells, DataTable } from "./table-column";

export const CLAIMS_TABLE = {
  name: "claims",
  title: "Claims",
  says: "One row for each thing that one source says of one field of an incident. The claims are the data: every headline figure is worked out from them.",
  columns: [
    ...ofIncident("claim"),
    {
      name: "id",
      type: "text",
      form: "id",
      required: true,
      says: "The id of the claim within its incident.",
    },
    {
      name: "source",
      type: "text",
      form: "source",
      required: true,
      says: "The reference of the source that says so.",
    },
    {
      name: "group",
      type: "text",
      form: "id",
      nullable: true,
      says: "The id of the group the claim speaks of; with an event too: how many of that group it concerned.",
    },
    {
      name: "event",
      type: "text",
      form: "id",
      nullable: true,
      says: "The id of the event the claim speaks of; with neither group nor event it speaks of the incident.",
    },
    {
      name: "field",
      type: "text",
      required: true,
      vocabulary: "claimField",
      says: "What the claim speaks of, and so in which of the following columns its value stands; the others are empty.",
    },
    ...countColumns("people or families, as the source has it"),
    ...dateColumns("date", "the event as the source has it"),
    {
      name: "place_role",
      type: "text",
      nullable: true,
      vocabulary: "placeRole",
      says: "Whether it happened at the place, or led from it or to it.",
    },
    {
      name: "location",
      type: "text",
      form: "id",
      nullable: true,
      says: "The id of the place in the table of locations, of any level.",
    },
    {
      name: "modality",
      type: "text",
      nullable: true,
      vocabulary: "modality",
      says: "Whether the event happened, as the source has it.",
    },
    {
      name: "status",
      type: "text",
      nullable: true,
      vocabulary: "status",
      says: "What became of the group, as the source has it.",
    },
    {
      name: "scope",
      type: "text",
      required: true,
      vocabulary: "claimScope",
      says: "Whether the claim speaks of the whole group or event, or of a part.",
    },
    {
      name: "scope_text",
      type: "text",
      maxLength: 500,
      says: "Of which part the claim speaks, in words.",
    },
    {
      name: "statement",
      type: "text",
      maxLength: 5_000,
      says: "What the source says, in the editors' own words.",
    },
    {
      name: "quote",
      type: "text",
      maxLength: 10_000,
      says: "The exact words of the source, where they may be given.",
    },
    {
      name: "locator",
      type: "text",
      maxLength: 500,
      says: "Where in the source the words stand.",
    },
    {
      name: "credibility",
      type: "whole",
      nullable: true,
      vocabulary: "credibility",
      says: "How credible the claim is, judged apart from its source; empty: not judged.",
    },
    {
      name: "assessment",
      type: "text",
      required: true,
      vocabulary: "assessment",
      says: "What the editors make of the claim.",
    },
    {
      name: "acknowledged",
      type: "yes_no",
      says: "True where the responsible authority itself says so.",
    },
  ],
  primaryKey: ["incident", "id"],
  foreignKeys: [
    { columns: ["incident"], table: "incidents", references: ["reference"] },
    { columns: ["source"], table: "sources", references: ["reference"] },
    {
      columns: ["incident", "group"],
      table: "groups",
      references: ["incident", "id"],
      isOptional: true,
    },
    {
      columns: ["incident", "event"],
      table: "events",
      references: ["incident", "id"],
      isOptional: true,
    },
    { columns: ["location"], table: "locations", references: ["id"], isOptional: true },
  ],
} as const satisfies DataTable;

/** `claim.sourceId` is the reference of its source. */
export function claimCells(incident: string, position: number, claim: Claim): Cells {
  return {
    incident,
    position,
    id: claim.id,
    source: claim.sourceId,
    group: claim.groupId,
    event: claim.eventId,
    field: claim.field,
    low: claim.count?.low ?? null,
    best: claim.count?.best ?? null,
    high: claim.count?.high ?? null,
    ...dateCells("date", claim.date),
    place_role: claim.place?.role ?? null,
    location: claim.place?.locationId ?? null,
    modality: claim.modality,
    status: claim.status,
    scope: claim.scope,
    scope_text: claim.scopeText,
    statement: claim.statement,
    quote: claim.quote,
    locator: claim.locator,
    credibility: claim.credibility,
    assessment: claim.assessment,
    acknowledged: claim.acknowledged,
  };
}

/** The claim of a row that has every column; its values are checked by `claimSchema`, not here. */
export function claimOf(cells: Cells): Claim {
  const count = countFrom(cells);
  const isCounted = count.low !== null || count.best !== null || count.high !== null;
  const place = { role: nullable(cells, "place_role"), locationId: nullable(cells, "location") };
  return {
    id: text(cells, "id"),
    sourceId: text(cells, "source"),
    groupId: nullable(cells, "group"),
    eventId: nullable(cells, "event"),
    field: text(cells, "field"),
    // A count of which no bound is known is a count still.
    count: isCounted || cells.field === "count" ? count : null,
    date: dateFrom(cells, "date"),
    place:
      place.role === null && place.locationId === null
        ? null
        : (place as NonNullable<Claim["place"]>),
    modality: nullable(cells, "modality"),
    status: nullable(cells, "status"),
    scope: text(cells, "scope"),
    scopeText: text(cells, "scope_text"),
    statement: text(cells, "statement"),
    quote: text(cells, "quote"),
    locator: text(cells, "locator"),
    credibility: numberFrom(cells, "credibility") as Claim["credibility"],
    assessment: text(cells, "assessment"),
    acknowledged: isTrue(cells, "acknowledged"),
  };
}
