import type { FacilityKind, LocationKind } from "./vocabulary";

/**
 * One place as the table shows it. Names in English, Korean and Chinese; null = none known in that language.
 * `province` and `country` are the English names of what it lies in, or its own for a province or a country.
 * `incidents`: how many have an event there or at a place inside it, whatever its modality.
 */
export type LocationRow = {
  id: string;
  nameEn: string;
  nameKo: string | null;
  nameZh: string | null;
  kind: LocationKind;
  facilityKind: FacilityKind | null;
  province: { id: string; name: string } | null;
  country: { id: string; name: string };
  incidents: number;
};
