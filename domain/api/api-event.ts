import { z } from "zod";
import { CORROBORATIONS, EVENT_TYPES, MODALITIES } from "../vocabulary";
import { apiCountSchema } from "./api-count";
import { apiDateSchema } from "./api-date";
import { apiTouchSchema } from "./api-place";

const modality = z.enum(MODALITIES);
const corroboration = z.enum(CORROBORATIONS);

/** One thing on the timeline of an incident. */
export const apiEventSchema = z
  .object({
    id: z.string().meta({ description: "Within its incident." }),
    type: z.enum(EVENT_TYPES),
    modality: modality.meta({
      description: "As the claims have it. What is `anticipated` never changes a status.",
    }),
    date: apiDateSchema.nullable(),
    places: z.array(apiTouchSchema),
    description: z.string(),
    groups: z
      .array(
        z.object({
          group: z.string(),
          count: apiCountSchema.meta({
            description: "As the claims have it; all null: the whole group.",
          }),
          count_typed: apiCountSchema.meta({
            description: "The editor's own; all null: the whole group.",
          }),
        }),
      )
      .meta({ description: "Whom of the incident it concerned." }),
    said_by: z
      .object({ reported: z.int(), unconfirmed: z.int(), anticipated: z.int(), denied: z.int() })
      .meta({ description: "Independent publishers behind each modality." }),
    corroboration: z
      .object({ date: corroboration, place: corroboration, modality: corroboration })
      .nullable(),
    typed: z
      .object({
        modality,
        date: apiDateSchema.nullable(),
        places: z.array(apiTouchSchema),
      })
      .meta({ description: "The editor's own, used only while no claim gives it." }),
  })
  .meta({ id: "Event", description: "One thing that happened, or is said to, in an incident." });
export type ApiEvent = z.infer<typeof apiEventSchema>;
