import { z } from "zod";
import { countRangeSchema } from "./count-range";
import { partialDateSchema } from "./partial-date";
import { boundedText, countryCode, identifier, requiredText } from "./text";
import {
  AGE_BANDS,
  ASSESSMENTS,
  CIRCUMSTANCES,
  CLAIM_FIELDS,
  CLAIM_SCOPES,
  CREDIBILITIES,
  EVENT_TYPES,
  MODALITIES,
  PLACE_ROLES,
  ROLES,
  SEXES,
  STATUSES,
  UNITS,
} from "./vocabulary";

/** A place as an event or a claim names it. `locationId` is any level of the gazetteer's tree. */
export const placeSchema = z.object({ role: z.enum(PLACE_ROLES), locationId: identifier });
export type Place = z.infer<typeof placeSchema>;

/**
 * Anonymised people. `count` is the editor's own figure, used only while no claim gives one.
 * `partOf` is another group of the incident: a part never adds to a total.
 * `label` tells groups apart ("Qingdao group"); it never holds a name.
 */
export const groupSchema = z.object({
  id: identifier,
  role: z.enum(ROLES),
  nationality: countryCode.nullable(),
  unit: z.enum(UNITS),
  count: countRangeSchema,
  partOf: identifier.nullable(),
  ageBand: z.enum(AGE_BANDS).nullable(),
  sex: z.enum(SEXES).nullable(),
  circumstances: z.array(z.enum(CIRCUMSTANCES)).max(CIRCUMSTANCES.length),
  label: boundedText(200),
});
export type Group = z.infer<typeof groupSchema>;

/** How many of a group an event concerns; all bounds null = the whole group. */
export const concernedSchema = z.object({ groupId: identifier, count: countRangeSchema });
export type Concerned = z.infer<typeof concernedSchema>;

/** One thing on the timeline. Modality, date and places are the editor's own, used while no claim gives them. */
export const eventSchema = z.object({
  id: identifier,
  type: z.enum(EVENT_TYPES),
  modality: z.enum(MODALITIES),
  date: partialDateSchema.nullable(),
  places: z.array(placeSchema).max(40),
  description: boundedText(10_000),
  groups: z.array(concernedSchema).max(200),
});
export type IncidentEvent = z.infer<typeof eventSchema>;

/**
 * What one source says of one field. Of the value columns exactly the one that `field` names is filled
 * (none for `statement`). `groupId` and `eventId` both null = the incident itself; both given = how many
 * of that group the event concerned. `acknowledged`: the responsible authority itself says so (HURIDOCS MT28 0101).
 */
export const claimSchema = z.object({
  id: identifier,
  sourceId: identifier,
  groupId: identifier.nullable(),
  eventId: identifier.nullable(),
  field: z.enum(CLAIM_FIELDS),
  count: countRangeSchema.nullable(),
  date: partialDateSchema.nullable(),
  place: placeSchema.nullable(),
  modality: z.enum(MODALITIES).nullable(),
  status: z.enum(STATUSES).nullable(),
  scope: z.enum(CLAIM_SCOPES),
  scopeText: boundedText(500),
  statement: boundedText(5_000),
  quote: boundedText(10_000),
  locator: boundedText(500),
  credibility: z.literal(CREDIBILITIES).nullable(),
  assessment: z.enum(ASSESSMENTS),
  acknowledged: z.boolean(),
});
export type Claim = z.infer<typeof claimSchema>;

/** Everything a person writes about one incident: what is saved, compared, versioned and undone as a whole. */
export const incidentDocumentSchema = z.object({
  title: requiredText(300),
  summary: boundedText(20_000),
  groups: z.array(groupSchema).max(200),
  events: z.array(eventSchema).max(500),
  claims: z.array(claimSchema).max(5_000),
});
export type IncidentDocument = z.infer<typeof incidentDocumentSchema>;
