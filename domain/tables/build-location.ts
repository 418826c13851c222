import { z } from "zod";
import type { ImportFault, PlaceRow } from "../import/import-item";
import type { Location } from "../location";
import { boundedText, identifier, requiredText } from "../text";
import {
  FACILITY_KINDS,
  LOCATION_KINDS,
  WHERE_PRECISIONS,
  type WherePrecision,
} from "../vocabulary";
import { checkRow } from "./build-source";
import { locationOf } from "./locations-table";
import { emptyCells } from "./merge-rows";

const name = boundedText(300).nullable();

/** The rules of a place that comes in; whether the places it names are there is the ledger's to say. */
const locationSchema = z
  .object({
    id: identifier,
    parentId: identifier.nullable(),
    kind: z.enum(LOCATION_KINDS),
    facilityKind: z.enum(FACILITY_KINDS).nullable(),
    nameEn: requiredText(300),
    nameKo: name,
    nameZh: name,
    aliases: z.array(requiredText(300)).max(1_000),
    lat: z.number().min(-90).max(90).nullable(),
    lon: z.number().min(-180).max(180).nullable(),
    wherePrecision: z.literal([...WHERE_PRECISIONS]).nullable() as z.ZodType<WherePrecision | null>,
    countryId: identifier,
    provinceId: identifier.nullable(),
    localityId: identifier.nullable(),
    note: boundedText(10_000),
    origin: requiredText(500),
  })
  .superRefine(({ id, kind, parentId, countryId, provinceId, lat, lon }, context) => {
    const refuse = (path: string, code: string, value: string) =>
      context.addIssue({ code: "custom", path: [path], params: { code, values: { value } } });
    const isRoot = kind === "country";
    if (isRoot !== (parentId === null)) refuse("parentId", "location.parent", parentId ?? "");
    if (isRoot && countryId !== id) refuse("countryId", "location.country", countryId);
    if (kind === "province" && provinceId !== id)
      refuse("provinceId", "location.province", provinceId ?? "");
    if ((lat === null) !== (lon === null))
      refuse(lat === null ? "lat" : "lon", "location.half_a_point", "");
  });

/** The new place that a row makes, with every fault. */
export function buildLocation(place: PlaceRow): { location: Location; faults: ImportFault[] } {
  const aliases = [...new Set(place.names.map(({ name }) => name))];
  const built = locationOf({ ...emptyCells("locations"), ...place.row.cells }, aliases);
  const checked = checkRow("locations", place, locationSchema, built, true);
  return { location: checked.value, faults: checked.faults };
}
