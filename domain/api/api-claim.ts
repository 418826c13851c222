import { z } from "zod";
import {
  ASSESSMENTS,
  CLAIM_FIELDS,
  CLAIM_SCOPES,
  CREDIBILITIES,
  MODALITIES,
  STATUSES,
} from "../vocabulary";
import { apiCountSchema } from "./api-count";
import { apiDateSchema } from "./api-date";
import { apiTouchSchema } from "./api-place";
import { sourceReference } from "./references";

/** What one source says of one field. */
export const apiClaimSchema = z
  .object({
    id: z.string().meta({ description: "Within its incident." }),
    source: sourceReference,
    group: z.string().nullable().meta({
      description: "Of which group; with `event`: how many of it that concerned.",
    }),
    event: z.string().nullable().meta({ description: "Null as `group` is: of the incident." }),
    field: z.enum(CLAIM_FIELDS).meta({
      description: "Which of the values below it gives; `statement`: none of them.",
    }),
    count: apiCountSchema.nullable(),
    date: apiDateSchema.nullable(),
    place: apiTouchSchema.nullable(),
    modality: z.enum(MODALITIES).nullable(),
    status: z.enum(STATUSES).nullable(),
    scope: z.enum(CLAIM_SCOPES).meta({
      description: "Of the whole or of a part of it. A part never enters the whole.",
    }),
    scope_text: z.string(),
    statement: z.string().meta({ description: "In the ledger's words." }),
    quote: z.string().meta({ description: "The source's words; empty where none may be shown." }),
    locator: z.string().meta({ description: "Where in the source it stands." }),
    credibility: z.literal(CREDIBILITIES).nullable().meta({
      description: "Admiralty scale: 1 confirmed to 5 improbable, 6 cannot be judged.",
    }),
    assessment: z.enum(ASSESSMENTS).meta({ description: "What is `rejected` counts for nothing." }),
    acknowledged: z
      .boolean()
      .meta({ description: "The responsible authority itself says so (HURIDOCS MT28 0101)." }),
  })
  .meta({ id: "Claim", description: "What one source says of one field." });
export type ApiClaim = z.infer<typeof apiClaimSchema>;
