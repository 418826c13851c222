import { z } from "zod";
import { LINK_TYPES, PUBLICATIONS, REVIEW_STATUSES } from "../vocabulary";
import { apiClaimSchema } from "./api-claim";
import { apiEventSchema } from "./api-event";
import { apiGroupSchema } from "./api-group";
import { apiHeadlineSchema } from "./api-headline";
import { apiSourceSchema } from "./api-source";
import { incidentReference } from "./references";

/** One incident with everything of it, nested: what JSON, NDJSON and the API give. */
export const apiIncidentSchema = z
  .object({
    reference: incidentReference,
    title: z.string(),
    summary: z.string(),
    review_status: z.enum(REVIEW_STATUSES),
    publication: z.enum(PUBLICATIONS),
    retracted_reason: z.string().nullable(),
    merged_into: incidentReference.nullable(),
    version: z.int().meta({
      description: "Counts its versions; to the public, its published editions.",
    }),
    created_at: z.iso.datetime().meta({ description: "To the public: first published." }),
    updated_at: z.iso.datetime().meta({ description: "To the public: last published." }),
    headline: apiHeadlineSchema,
    groups: z.array(apiGroupSchema),
    events: z.array(apiEventSchema),
    claims: z.array(apiClaimSchema),
    sources: z.array(apiSourceSchema).meta({ description: "Those that the claims cite." }),
    links: z
      .array(
        z.object({
          type: z.enum(LINK_TYPES),
          direction: z.enum(["to", "from"]).meta({
            description:
              "`to`: this incident follows, is part of … that one; `from`: that one this.",
          }),
          incident: incidentReference,
          title: z.string(),
          note: z.string(),
        }),
      )
      .meta({ description: "Other incidents it is linked with." }),
    not_same: z
      .array(z.object({ incident: incidentReference, title: z.string(), reason: z.string() }))
      .meta({ description: "Incidents that were found not to be the same one, and why." }),
    kept_columns: z
      .array(
        z.object({
          file: z.string(),
          line: z.int().meta({ description: "1 is the header." }),
          columns: z.record(z.string(), z.string()),
        }),
      )
      .meta({ description: "Columns of an imported table that no field was made of, by header." }),
  })
  .meta({ id: "Incident", description: "One incident with everything of it." });
export type ApiIncident = z.infer<typeof apiIncidentSchema>;
