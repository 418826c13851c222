import { z } from "zod";
import { boundedText, countryCode, requiredText } from "../../domain/text";
import {
  AGE_BANDS,
  ASSESSMENTS,
  CIRCUMSTANCES,
  CLAIM_FIELDS,
  CLAIM_SCOPES,
  CREDIBILITIES,
  DATE_BASES,
  EVENT_TYPES,
  LINK_TYPES,
  MODALITIES,
  RELIABILITIES,
  ROLES,
  SEXES,
  SOURCE_KINDS,
  UNITS,
} from "../../domain/vocabulary";

/** A name by which the sample files call one of their own things. */
const key = z.string().regex(/^[a-z0-9-]+$/);

/** A date or a count as a person types it; `dateBasis` says so where it was reckoned and not stated. */
const typed = requiredText(200);
const dateBasis = z.enum(DATE_BASES).optional();

/**
 * A source as `sources.json` writes it. `published` left out = not known.
 * `storedTextFile` lies beside it; `derivedFrom` are keys of sources that stand above it in the file.
 */
export const sampleSourceSchema = z.strictObject({
  kind: z.enum(SOURCE_KINDS).default("news"),
  publisher: requiredText(300),
  title: boundedText(500).default(""),
  url: boundedText(2_000).default(""),
  language: z.string().default("en"),
  published: typed.optional(),
  dateBasis,
  licence: boundedText(500).default(""),
  quotable: z.boolean().default(false),
  storedTextFile: z
    .string()
    .regex(/^[a-z0-9-]+\.txt$/)
    .optional(),
  derivedFrom: z.array(key).default([]),
  reliability: z.enum(RELIABILITIES),
});
export type SampleSource = z.infer<typeof sampleSourceSchema>;

const sampleGroupSchema = z.strictObject({
  key,
  partOf: key.optional(),
  role: z.enum(ROLES),
  nationality: countryCode.nullable().default(null),
  unit: z.enum(UNITS).default("person"),
  ageBand: z.enum(AGE_BANDS).nullable().default(null),
  sex: z.enum(SEXES).nullable().default(null),
  circumstances: z.array(z.enum(CIRCUMSTANCES)).default([]),
  label: boundedText(200).default(""),
});

const sampleEventSchema = z.strictObject({
  key,
  type: z.enum(EVENT_TYPES),
  modality: z.enum(MODALITIES).default("reported"),
  date: typed.optional(),
  dateBasis,
  groups: z.array(key).default([]),
  description: boundedText(10_000).default(""),
});

/**
 * What one source says. `value` is text: `20` or `at least 41`, `15–17 July 2014` or `last week`,
 * `at CN-YN/kunming`, or a code, as `field` asks; a `statement` has none.
 */
const sampleClaimSchema = z.strictObject({
  source: key,
  group: key.optional(),
  event: key.optional(),
  field: z.enum(CLAIM_FIELDS),
  value: typed.optional(),
  dateBasis,
  scope: z.enum(CLAIM_SCOPES).default("whole"),
  scopeText: boundedText(500).default(""),
  statement: requiredText(5_000),
  quote: boundedText(10_000).default(""),
  locator: boundedText(500).default(""),
  credibility: z.literal(CREDIBILITIES).nullable().default(null),
  assessment: z.enum(ASSESSMENTS).default("accepted"),
  acknowledged: z.boolean().default(false),
});
export type SampleClaim = z.infer<typeof sampleClaimSchema>;

/** An incident as its own file writes it; the file's name without `.json` is its key. */
export const sampleIncidentSchema = z.strictObject({
  title: requiredText(300),
  summary: requiredText(20_000),
  groups: z.array(sampleGroupSchema),
  events: z.array(sampleEventSchema),
  claims: z.array(sampleClaimSchema),
  links: z
    .array(z.strictObject({ to: key, type: z.enum(LINK_TYPES), note: requiredText(1_000) }))
    .default([]),
});
export type SampleIncident = z.infer<typeof sampleIncidentSchema>;
