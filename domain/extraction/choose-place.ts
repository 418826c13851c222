import type { ReaderPlace } from "./reader-place";

/** What stands around a name and helps to tell namesakes apart. */
export type PlaceHints = {
  /** The name as the text writes it. */
  name: string;
  /** "province", "city", "county" behind the name or before it; null = nothing. */
  unit: "province" | "city" | null;
  /** A province or country named right behind: "Nanping, Fujian province". */
  within: ReaderPlace | null;
  /** How often the article speaks of each country. */
  countries: ReadonlyMap<string, number>;
};

/**
 * The one of several namesakes that the words mean, and whether that is in doubt; null = none of them fits.
 * 1. A province or country named with it decides. 2. "city" means a town, "province" a province.
 * 3. Then the country that the article speaks of most. 4. A province of a country that the article never
 *    names is not believed without "province".
 */
export function choosePlace(
  places: readonly ReaderPlace[],
  { name, unit, within, countries }: PlaceHints,
): { place: ReaderPlace; doubtful: boolean } | null {
  const inside = places.filter((place) => within && isWithin(place, within));
  const named = inside.length > 0 ? inside : places;
  const ofUnit = named.filter(({ kind }) =>
    unit === "city" ? kind === "locality" : unit === "province" ? kind === "province" : true,
  );
  const fitting = (ofUnit.length > 0 ? ofUnit : named).filter(
    (place) =>
      place.kind !== "province" ||
      unit === "province" ||
      inside.length > 0 ||
      countries.has(place.countryId),
  );
  if (fitting.length === 0) return null;
  const speaksOf = ({ countryId, kind }: ReaderPlace) =>
    (kind === "country" ? 0.5 : 0) + (countries.get(countryId) ?? 0);
  const most = Math.max(...fitting.map(speaksOf));
  const best = fitting.filter((place) => speaksOf(place) === most);
  const place =
    best.find(({ kind }) => kind === "locality") ??
    best.find(({ kind, nameEn }) => kind !== "facility" && nameEn === name) ??
    best.find(({ kind }) => kind !== "facility") ??
    best[0]!;
  const provinces = new Set(fitting.map((each) => each.provinceId ?? each.countryId));
  const sameCountry = new Set(best.map((each) => each.provinceId ?? each.countryId)).size > 1;
  const conflicting = inside.length === 0 && within !== null && !isWithin(place, within);
  return { place, doubtful: conflicting || sameCountry || (provinces.size > 1 && most < 1) };
}

/** True when the one lies in the other, a province or a country, or is it. */
export function isWithin(place: ReaderPlace, whole: ReaderPlace): boolean {
  return whole.kind === "country"
    ? place.countryId === whole.countryId
    : whole.provinceId !== null && place.provinceId === whole.provinceId;
}
