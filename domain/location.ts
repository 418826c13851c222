import type { FacilityKind, LocationKind, WherePrecision } from "./vocabulary";

/** What filters and headlines need to know of a place. `localityId` is its locality or facility's locality. */
export type LocationFacts = {
  id: string;
  kind: LocationKind;
  facilityKind: FacilityKind | null;
  countryId: string;
  provinceId: string | null;
  localityId: string | null;
};

/** A place with its names. Coordinates in degrees, WGS 84; null when not known. */
export type Location = LocationFacts & {
  parentId: string | null;
  nameEn: string;
  nameKo: string | null;
  nameZh: string | null;
  aliases: string[];
  lat: number | null;
  lon: number | null;
  wherePrecision: WherePrecision | null;
  note: string;
  origin: string;
};
