import { compareText } from "./compare-text";
import type { MapSortKey } from "./map-request";
import type { MapView } from "./map-view";
import { boundOfSums, type MapFigures } from "./province-map";
import { normaliseText } from "./search-text";
import type { TableSort } from "./table-params";

export type MapBoundFigure = { sum: number; unknown: number } | null;

/**
 * One area of a map as its table shows it. `isCountry`: places of the country of which no province is known. `low`, `best`, `high`: as `boundOfSums`.
 */
export type MapRow = {
  id: string;
  name: string;
  country: { id: string; name: string };
  isCountry: boolean;
  incidents: number;
  low: MapBoundFigure;
  best: MapBoundFigure;
  high: MapBoundFigure;
};

/** The areas of a map, in the order asked for; equal ones by name, unknown figures last. */
export function mapRows(
  { provinces, places }: Pick<MapView, "provinces" | "places">,
  { key, descending }: TableSort<MapSortKey>,
): MapRow[] {
  const rows = [...provinces].map(([id, figures]) => rowOf(id, figures, places));
  const way = descending ? -1 : 1;
  const byName = (a: MapRow, b: MapRow) =>
    compareText(normaliseText(a.name), normaliseText(b.name)) || compareText(a.id, b.id);
  const compare = (a: MapRow, b: MapRow): number => {
    if (key === "name") return way * byName(a, b);
    if (key === "country")
      return way * compareText(normaliseText(a.country.name), normaliseText(b.country.name));
    if (key === "incidents") return way * (a.incidents - b.incidents);
    const [one, other] = [a[key], b[key]];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return way * (one.sum - other.sum);
  };
  return rows.sort((a, b) => compare(a, b) || byName(a, b));
}

function rowOf(id: string, figures: MapFigures, places: MapView["places"]): MapRow {
  const place = places[id];
  const countryId = place?.countryId ?? id;
  return {
    id,
    name: place?.name ?? id,
    country: { id: countryId, name: places[countryId]?.name ?? countryId },
    isCountry: id === countryId,
    incidents: figures.incidents,
    low: boundOfSums(figures, "low"),
    best: boundOfSums(figures, "best"),
    high: boundOfSums(figures, "high"),
  };
}
