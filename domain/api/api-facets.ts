import { z } from "zod";
import { apiCountSchema } from "./api-count";
import { apiFoundSchema } from "./api-page";

/** The facets whose values are counted, by the filters they belong to. */
const NAMES = [
  "country",
  "province",
  "type",
  "status",
  "role",
  "nationality",
  "corroboration",
  "review",
] as const;

const values = z.array(
  z.object({
    code: z.string(),
    name: z.string().nullable().meta({ description: "Of a place, in English; else null." }),
    incidents: z.int(),
  }),
);

/** What there is to choose from. */
export const apiFacetsSchema = z
  .object({
    incidents: apiFoundSchema,
    persons: apiCountSchema.meta({ description: "Of all that is found, without the helpers." }),
    helpers: apiCountSchema,
    facets: z
      .object(
        Object.fromEntries(NAMES.map((name) => [name, values])) as Record<
          (typeof NAMES)[number],
          typeof values
        >,
      )
      .meta({
        description:
          "For each value, how many incidents the filter finds where it alone is chosen of its facet; those that find none are absent.",
      }),
    years: z
      .array(
        z.object({
          from: z.iso.date(),
          to: z.iso.date(),
          certain: z.int(),
          possible: z.int(),
        }),
      )
      .meta({ description: "As if no dates were asked for, the newest first." }),
  })
  .meta({ id: "Facets", description: "What the filter finds, by what could be chosen next." });
export type ApiFacets = z.infer<typeof apiFacetsSchema>;
