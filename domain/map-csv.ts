import type { MapSortKey } from "./map-request";
import { mapRows } from "./map-row";
import type { MapView } from "./map-view";
import { boundOfSums, type MapFigures } from "./province-map";
import type { TableSort } from "./table-params";

/**
 * `kind`: `province`; `province_not_known`, places of a country of which no province is known; `country`, all of it,
 * which is not the sum of the others. Sums of people are "at least" where `…_unknown`, how many incidents do not give the
 * figure, is above 0.
 */
const MAP_CSV_COLUMNS = [
  "kind",
  "code",
  "name",
  "country",
  "incidents",
  "people_low",
  "people_best",
  "people_high",
  "people_low_unknown",
  "people_best_unknown",
  "people_high_unknown",
] as const;

/** The numbers of a map as records of a CSV file, the heading first: its areas as its table has them, then countries. */
export function mapCsvRecords(
  view: Pick<MapView, "provinces" | "countries" | "places">,
  sort: TableSort<MapSortKey>,
): (string | number | null)[][] {
  const areas = mapRows(view, sort).map(({ id, name, country, isCountry }) => [
    isCountry ? "province_not_known" : "province",
    id,
    name,
    country.id,
    ...numbers(view.provinces.get(id)!),
  ]);
  const countries = [...view.countries].map(([id, figures]) => [
    "country",
    id,
    view.places[id]?.name ?? id,
    id,
    ...numbers(figures),
  ]);
  return [[...MAP_CSV_COLUMNS], ...areas, ...countries];
}

function numbers(figures: MapFigures): (number | null)[] {
  const { unknown } = figures.persons;
  const sum = (bound: "low" | "best" | "high") => boundOfSums(figures, bound)?.sum ?? null;
  return [
    figures.incidents,
    sum("low"),
    sum("best"),
    sum("high"),
    unknown.low,
    unknown.best,
    unknown.high,
  ];
}
