import { z } from "zod";
import {
  AGE_BANDS,
  CIRCUMSTANCES,
  CORROBORATIONS,
  ROLES,
  SEXES,
  STATUSES,
  UNITS,
} from "../vocabulary";
import { apiCountSchema } from "./api-count";
import { apiPlaceSchema } from "./api-place";

/** People of an incident, never named. */
export const apiGroupSchema = z
  .object({
    id: z.string().meta({ description: "Within its incident." }),
    label: z.string().meta({ description: "Tells groups apart; never a name." }),
    role: z.enum(ROLES),
    nationality: apiPlaceSchema.nullable(),
    unit: z.enum(UNITS),
    count: apiCountSchema.meta({ description: "As the claims have it, else as it was typed." }),
    count_typed: apiCountSchema.meta({
      description: "The editor's own figure, used only while no claim gives one.",
    }),
    part_of: z.string().nullable().meta({
      description: "The group this one is a part of: a part never adds to a total.",
    }),
    age_band: z.enum(AGE_BANDS).nullable(),
    sex: z.enum(SEXES).nullable(),
    circumstances: z.array(z.enum(CIRCUMSTANCES)),
    statuses: z
      .array(
        z.object({
          status: z.enum(STATUSES),
          event: z.string().nullable().meta({ description: "The event that gave it." }),
        }),
      )
      .meta({ description: "What became of it or of parts of it, the most severe first." }),
    corroboration: z.enum(CORROBORATIONS).nullable(),
  })
  .meta({ id: "Group", description: "Anonymised people of an incident." });
export type ApiGroup = z.infer<typeof apiGroupSchema>;
