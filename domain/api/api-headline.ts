import { z } from "zod";
import { HEADLINE_FIELDS } from "../headline-type";
import { CORROBORATIONS, EVENT_TYPES, MODALITIES, ROLES, STATUSES } from "../vocabulary";
import { apiCountSchema } from "./api-count";
import { apiDateSchema } from "./api-date";
import { apiPlaceSchema } from "./api-place";

const places = z.array(apiPlaceSchema);
const corroboration = z.enum(CORROBORATIONS);

/** What is said of an incident as a whole. */
export const apiHeadlineSchema = z
  .object({
    date: apiDateSchema.nullable(),
    events: z.array(z.string()).meta({ description: "What date and places rest on." }),
    places,
    countries: places,
    provinces: places,
    localities: places,
    later_provinces: places.meta({
      description: "Provinces of reported events afterwards that are not among `provinces`.",
    }),
    persons: apiCountSchema.meta({
      description: "Top-level groups counted in persons but helpers.",
    }),
    helpers: apiCountSchema,
    families: apiCountSchema.meta({ description: "Beside the persons; never converted." }),
    roles: z.array(z.enum(ROLES)),
    nationalities: places,
    event_types: z.array(z.object({ type: z.enum(EVENT_TYPES), modality: z.enum(MODALITIES) })),
    statuses: z
      .array(
        z.object({
          status: z.enum(STATUSES),
          event: z.string().nullable(),
          groups: z.array(z.string()),
        }),
      )
      .meta({ description: "Of all parts, the most severe first." }),
    status: z.enum(STATUSES).meta({ description: "The most severe." }),
    status_date: apiDateSchema.nullable(),
    at_risk: z
      .object({
        of: z.array(z.enum(EVENT_TYPES)),
        stale: z.boolean().meta({
          description:
            "No news for more than 365 days: their fate is unknown, they were last known at risk.",
        }),
        since: z.iso.date().nullable().meta({ description: "Latest day anything is known of." }),
      })
      .meta({ description: "Anticipated events that may still happen; never a status." }),
    corroboration,
    corroboration_by_field: z.object(
      Object.fromEntries(HEADLINE_FIELDS.map((field) => [field, corroboration])) as Record<
        (typeof HEADLINE_FIELDS)[number],
        typeof corroboration
      >,
    ),
    disagreement: z
      .array(z.enum(HEADLINE_FIELDS))
      .meta({ description: "Fields on which independent sources contradict each other." }),
    sources: z.int(),
    independent_sources: z.int().meta({ description: "Distinct publishers that copy nobody." }),
  })
  .meta({ id: "Headline", description: "Computed from the claims; nobody types it." });
export type ApiHeadline = z.infer<typeof apiHeadlineSchema>;
