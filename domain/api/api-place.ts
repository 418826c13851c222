import { z } from "zod";
import type { Location } from "../location";
import { LOCATION_KINDS, PLACE_ROLES } from "../vocabulary";

export const placeId = z.string().meta({
  description: "Id in the gazetteer: ISO 3166-1 or 3166-2, or one below it.",
  example: "CN-YN/kunming",
});

/** A place as others name it. */
export const apiPlaceSchema = z
  .object({
    id: placeId,
    kind: z.enum(LOCATION_KINDS).nullable(),
    name_en: z.string(),
    name_ko: z.string().nullable(),
    name_zh: z.string().nullable(),
    country: z.string().nullable().meta({ description: "ISO 3166-1 alpha-2." }),
    province: z.string().nullable().meta({ description: "ISO 3166-2; null: none is known." }),
  })
  .meta({
    id: "Place",
    description:
      "A place by its id and names. `/api/v1/locations/{id}` has all its names and its coordinates.",
  });
export type ApiPlace = z.infer<typeof apiPlaceSchema>;

/** A place as an event or a claim names it. */
export const apiTouchSchema = z
  .object({
    role: z.enum(PLACE_ROLES).meta({ description: "There, from there or to there." }),
    place: apiPlaceSchema,
  })
  .meta({ id: "EventPlace" });

export type Places = Readonly<Record<string, Location>>;

/** The place of an id; one that the gazetteer does not have is called by its id. */
export function toApiPlace(id: string, places: Places): ApiPlace {
  const place = Object.hasOwn(places, id) ? places[id] : undefined;
  return {
    id,
    kind: place?.kind ?? null,
    name_en: place?.nameEn ?? id,
    name_ko: place?.nameKo ?? null,
    name_zh: place?.nameZh ?? null,
    country: place?.countryId ?? null,
    province: place?.provinceId ?? null,
  };
}
