import { countryCodes } from "./country-codes";
import { choice, codes, searchText } from "./filter-field";
import type { TableRequest, TableSpec } from "./table-params";
import { LOCATION_KINDS, type LocationKind } from "./vocabulary";

/** Each is also the name of its column. */
export const LOCATION_SORT_KEYS = [
  "name",
  "korean",
  "chinese",
  "kind",
  "province",
  "country",
  "incidents",
] as const;
export type LocationSortKey = (typeof LOCATION_SORT_KEYS)[number];

/** Whether only places where something happened are listed, or the whole gazetteer. */
export const LISTED_PLACES = ["with_incidents", "all"] as const;

/** Which places are asked for. `q`: words that one of the place's names has, in any language. `country`: ISO 3166-1 alpha-2. */
export type LocationFilter = {
  q: string | null;
  kind: LocationKind[];
  country: string[];
  places: (typeof LISTED_PLACES)[number];
};

/** The table of locations; those with the most incidents first unless asked otherwise. */
export const LOCATION_TABLE: TableSpec<LocationSortKey, LocationFilter> = {
  sortKeys: LOCATION_SORT_KEYS,
  descendingFirst: ["incidents"],
  sort: { key: "incidents", descending: true },
  filters: {
    q: searchText,
    kind: codes(LOCATION_KINDS),
    country: countryCodes,
    places: choice(LISTED_PLACES),
  },
};
export type LocationRequest = TableRequest<LocationSortKey, LocationFilter>;
