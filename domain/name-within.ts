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
 * Whether one place belongs to the other or stands for it, so that it may well be found by its name: a part, or what
 * two lists of ISO 3166 both have (TW, CN-TW).
 */
export function isOfPlace(id: string, countryId: string): boolean {
  return id.split("-").includes(countryId);
}
