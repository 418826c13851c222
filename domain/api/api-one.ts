import { z } from "zod";
import { apiLocationSchema } from "./api-location";
import { placeId } from "./api-place";
import { apiSourceSchema } from "./api-source";
import { sourceReference } from "./references";

/** One source by its reference. */
export const oneSourceSchema = apiSourceSchema
  .extend({
    copied_by: z.array(sourceReference).meta({ description: "What copies or cites it." }),
    claims: z.int(),
    incidents: z.int().meta({ description: "How many incidents it speaks of." }),
  })
  .meta({ id: "OneSource", description: "A source and how much rests on it." });
export type OneSource = z.infer<typeof oneSourceSchema>;

/** One place by its id. */
export const oneLocationSchema = apiLocationSchema
  .extend({
    parents: z
      .array(z.object({ id: placeId, name_en: z.string() }))
      .meta({ description: "What it lies in, country first." }),
    incidents: z.int().meta({ description: "With an event there or anywhere inside it." }),
  })
  .meta({ id: "OneLocation", description: "A place, where it lies and how much happened there." });
export type OneLocation = z.infer<typeof oneLocationSchema>;
