import type { Place } from "../incident";
import { type MappingFieldName, mappingField } from "./mapping-fields";
import type { PlaceCandidate, PlaceIndex } from "./place-index";
import {
  decisionOn,
  defaultOf,
  type FilledCell,
  filledCells,
  keepCell,
  partedValues,
  type RowReading,
  refuseCell,
} from "./row-reading";

/** `words`: cells that the mapping says are no place of the gazetteer; they belong in a description. */
export type RowPlaces = { places: Place[]; words: FilledCell[] };

const MAX_CANDIDATES = 5;

/**
 * The places that a row names, the most precise of its country, province and place, and where from and where to.
 * 1. A cell means what the mapping says, else the one place with that name in the country and province of the row.
 * 2. A default stands where the row says nothing as precise or more so; it also decides between namesakes.
 * Issues: `place.not_found`, `place.ambiguous`, `place.elsewhere` (the name is known, but not in that country).
 */
export function readPlaces(row: RowReading): RowPlaces {
  const words: FilledCell[] = [];
  const country = readPlaceField(row, "country", [], words);
  const province = readPlaceField(row, "province", country.stated, words);
  const place = readPlaceField(
    row,
    "place",
    province.stated.length > 0 ? province.stated : country.stated,
    words,
  );
  const levels = [place, province, country];
  const stated = levels.flatMap((level) => level.stated);
  const precise = stated.filter(
    (outer) => !stated.some((inner) => inner !== outer && isWithin(inner, [outer])),
  );
  const usual = levels.find(({ standing }) => standing.length > 0)?.standing ?? [];
  const chosen = precise.length > 0 ? precise : usual;
  const [from, to] = (["place_from", "place_to"] as const).map((field) => {
    const found = readPlaceField(row, field, [], words);
    return found.stated.length > 0 ? found.stated : found.standing;
  });
  const at = (role: Place["role"], found: readonly PlaceCandidate[] = []) =>
    found.map(({ id }): Place => ({ role, locationId: id }));
  return { places: [...at("at", chosen), ...at("from", from), ...at("to", to)], words };
}

/** The countries that people are of. `isWhole`: the row says of no other that it is not known. */
export function readNationalities(row: RowReading): { ids: string[]; isWhole: boolean } {
  const { stated, standing, isWhole } = readPlaceField(row, "nationality", [], []);
  const places = stated.length > 0 ? stated : standing;
  return { ids: places.map(({ id }) => id), isWhole };
}

/** `stated`: by the row itself; `standing`: by default. */
function readPlaceField(
  row: RowReading,
  field: MappingFieldName,
  within: readonly PlaceCandidate[],
  words: FilledCell[],
): { stated: PlaceCandidate[]; standing: PlaceCandidate[]; isWhole: boolean } {
  const standing = defaultPlaces(row, field);
  let isWhole = true;
  const stated = filledCells(row, field).flatMap((cell) => {
    const parted = partedValues(row, field, cell);
    isWhole &&= parted.isWhole;
    return parted.values.flatMap((text) => {
      const value = { ...cell, text };
      const decided = decisionOn(row.plan, field, text);
      if (decided !== null) keepCell(row, value);
      if (decided === "") {
        words.push(value);
        isWhole = false;
        return [];
      }
      return readPlace(row, field, value, decided, within) ?? [];
    });
  });
  const once = [...new Map(stated.map((place) => [place.id, place])).values()];
  return { stated: once, standing, isWhole };
}

function defaultPlaces({ plan }: RowReading, field: MappingFieldName): PlaceCandidate[] {
  const text = defaultOf(plan, field);
  const place = plan.places.get(text) ?? placesNamed(plan.places, field, text)[0];
  return place ? [place] : [];
}

function readPlace(
  row: RowReading,
  field: MappingFieldName,
  cell: FilledCell,
  decided: string | null,
  within: readonly PlaceCandidate[],
): PlaceCandidate | null {
  const { places } = row.plan;
  const refuse = (code: string, candidates: readonly PlaceCandidate[] = []) => {
    const labels = candidates.slice(0, MAX_CANDIDATES).map(({ label }) => label);
    refuseCell(row, cell, { path: field, code, values: { candidates: labels.join("; ") } });
    return null;
  };
  if (decided !== null) return places.get(decided) ?? refuse("place.not_found");
  const found = placesNamed(places, field, cell.text);
  if (found.length === 0) return refuse("place.not_found");
  const inside = within.length === 0 ? found : found.filter((place) => isWithin(place, within));
  if (inside.length === 0) return refuse("place.elsewhere", found);
  if (inside.length === 1) return inside[0]!;
  const usual = (["province", "country"] as const)
    .flatMap((level) => defaultPlaces(row, level))
    .map((place) => inside.filter((one) => isWithin(one, [place])))
    .find((some) => some.length === 1);
  return usual?.[0] ?? refuse("place.ambiguous", inside);
}

/** The places of a name that the field can hold: a country for a country, a province for a province. */
export function placesNamed(
  places: PlaceIndex,
  field: MappingFieldName,
  text: string,
): PlaceCandidate[] {
  if (mappingField(field).kind === "country") {
    const coded = /^[a-z]{2}$/i.test(text) ? places.get(text.toUpperCase()) : null;
    return coded ? [coded] : places.find(text).filter(({ kind }) => kind === "country");
  }
  const found = places.find(text);
  return field === "province" ? found.filter(({ kind }) => kind === "province") : [...found];
}

function isWithin(place: PlaceCandidate, within: readonly PlaceCandidate[]): boolean {
  return within.some(({ id }) => [place.id, place.countryId, place.provinceId].includes(id));
}
