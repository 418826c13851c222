import { z } from "zod";
import type { Location } from "../location";
import { FACILITY_KINDS, LOCATION_KINDS, WHERE_PRECISIONS } from "../vocabulary";
import { placeId } from "./api-place";

/** A place of the gazetteer with all its names. */
export const apiLocationSchema = z
  .object({
    id: placeId,
    kind: z.enum(LOCATION_KINDS),
    facility_kind: z.enum(FACILITY_KINDS).nullable(),
    name_en: z.string(),
    name_ko: z.string().nullable(),
    name_zh: z.string().nullable(),
    aliases: z.array(z.string()),
    parent: placeId.nullable().meta({ description: "What it lies in; null for a country." }),
    country: z.string().meta({ description: "ISO 3166-1 alpha-2." }),
    province: z.string().nullable().meta({ description: "ISO 3166-2." }),
    latitude: z.number().nullable().meta({
      description: "WGS 84, of the place itself: not of what happened there.",
    }),
    longitude: z.number().nullable(),
    where_precision: z.literal(WHERE_PRECISIONS).nullable().meta({
      description:
        "UCDP where_prec: 1 exact, 2 near, 3 county or city, 4 province, 5 vague, 6 country, 7 sea or air.",
    }),
    note: z.string(),
    origin: z.string().meta({ description: "Where the ledger has it from." }),
  })
  .meta({ id: "Location", description: "A place of the gazetteer." });
export type ApiLocation = z.infer<typeof apiLocationSchema>;

export function toApiLocation(location: Location): ApiLocation {
  return {
    id: location.id,
    kind: location.kind,
    facility_kind: location.facilityKind,
    name_en: location.nameEn,
    name_ko: location.nameKo,
    name_zh: location.nameZh,
    aliases: location.aliases,
    parent: location.parentId,
    country: location.countryId,
    province: location.provinceId,
    latitude: location.lat,
    longitude: location.lon,
    where_precision: location.wherePrecision,
    note: location.note,
    origin: location.origin,
  };
}
