import type { ProvinceMap } from "./province-map";

/** A place as a map names and puts it. Degrees, WGS 84, null when not known; `countryId` is its own for a country. */
export type MapPlace = {
  name: string;
  lat: number | null;
  lon: number | null;
  countryId: string;
};

/**
 * A map with all that is needed to draw it. `places`: every place it speaks of, by id, and the countries they are in.
 * `known`: the provinces that an event of any counted incident touches, whatever was asked for. Elsewhere nothing is
 * recorded of a province itself, which does not say that nothing happened.
 */
export type MapView = ProvinceMap & { places: Record<string, MapPlace>; known: string[] };
