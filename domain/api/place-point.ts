import type { Location } from "../location";
import type { Say } from "../say";
import type { WherePrecision } from "../vocabulary";
import type { Places } from "./api-place";

/**
 * Where on a map a place can be shown. `position`: longitude and latitude, null where no point would be true.
 * `precision`: UCDP where_prec of what happened there, not of the place; `words` say what the point stands for.
 */
export type PlacePoint = {
  position: [number, number] | null;
  precision: WherePrecision | null;
  words: string;
};

/**
 * 1. A facility whose own coordinates are exact is a point; one whose coordinates are those of its surroundings, near it.
 * 2. A locality or a province is the middle of it: where in it something happened is not known.
 * 3. A place without coordinates is the middle of what it lies in, as long as that is no country.
 * 4. A country, and whatever lies in nothing with coordinates, is no point: the middle of a country would be a false one.
 */
export function placePoint(id: string, places: Places, say: Say): PlacePoint {
  const place = Object.hasOwn(places, id) ? places[id] : undefined;
  if (!place)
    return { position: null, precision: null, words: say("geojson.nowhere", { name: id }) };
  const { nameEn: name } = place;
  const shown = withPoint(place, places);
  if (!shown) {
    const precision = place.kind === "country" ? 6 : 5;
    return { position: null, precision, words: say("geojson.nowhere", { name }) };
  }
  const precision = precisionOf(shown);
  const position: [number, number] = [shown.lon, shown.lat];
  if (shown.id !== id) {
    const words = say("geojson.inside", { name, around: shown.nameEn });
    return { position, precision: Math.max(precision, 3) as WherePrecision, words };
  }
  if (shown.kind !== "facility")
    return { position, precision, words: say("geojson.middle", { name }) };
  return {
    position,
    precision,
    words: say(precision === 1 ? "geojson.at" : "geojson.near", { name }),
  };
}

type Placed = Location & { lat: number; lon: number };

/** The place itself, or the nearest around it that has coordinates; null where only the country is left. */
function withPoint(place: Location, places: Places): Placed | null {
  for (let at: Location | undefined = place; at && at.kind !== "country"; ) {
    if (at.lat !== null && at.lon !== null) return at as Placed;
    at = at.parentId === null ? undefined : places[at.parentId];
  }
  return null;
}

/** What the ledger knows of the place's own coordinates, but of an area never better than its kind allows. */
function precisionOf({ kind, wherePrecision }: Location): WherePrecision {
  const least = { country: 6, province: 4, locality: 2, facility: 1 } as const;
  return Math.max(least[kind], wherePrecision ?? 2) as WherePrecision;
}
