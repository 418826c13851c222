import { isPaired } from "./search-words";

/**
 * Whether a name of a place is found inside a longer one by a search: in whole words, or anywhere where no spaces part
 * them. Both normalised.
 */
export function isNameWithin(name: string, longer: string): boolean {
  if (name === longer) return false;
  return isPaired(name) ? longer.includes(name) : ` ${longer} `.includes(` ${name} `);
}

/**
 * Whether one place belongs to the other or stands for it, so that it may well be found by its name: a part, a
 * territory named after its country (Hong Kong SAR China), or what two lists of ISO 3166 both have (TW, CN-TW).
 */
export function isOfPlace(id: string, countryId: string): boolean {
  return id.split("-").includes(countryId) || TERRITORIES.get(id) === countryId;
}

/** Territories with a code of their own whose names have that of the country they belong to. */
const TERRITORIES: ReadonlyMap<string, string> = new Map([
  ["HK", "CN"],
  ["MO", "CN"],
  ["UM", "US"],
  ["VI", "US"],
  ["VG", "GB"],
  ["IO", "GB"],
  ["BQ", "NL"],
  ["GF", "FR"],
  ["PF", "FR"],
  ["TF", "FR"],
]);
