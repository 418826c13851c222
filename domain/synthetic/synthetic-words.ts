import type { Group } from "../incident";
import type { Chance } from "./chance";
import { fill, type Language, type Phrases } from "./phrases";
import { ENGLISH } from "./phrases-en";
import { KOREAN } from "./phrases-ko";
import { CHINESE } from "./phrases-zh";
import { countInWords } from "./synthetic-count";
import { placeName, type SyntheticPlace, type SyntheticPlaces } from "./synthetic-places";

export const PHRASES: Readonly<Record<Language, Phrases>> = {
  en: ENGLISH,
  ko: KOREAN,
  zh: CHINESE,
};

/** The words that a phrase about an incident needs: how many, who and where, and a number for a locator. */
export function syntheticWords(
  chance: Chance,
  { role, nationality, count }: Pick<Group, "role" | "nationality" | "count">,
  place: SyntheticPlace,
  places: SyntheticPlaces,
  language: Language,
): { count: string; people: string; place: string; n: string } {
  const phrases = PHRASES[language];
  const { roles, one = roles, from } = phrases;
  const who = (count.low === 1 && count.high === 1 ? one : roles)[role];
  const says = chance.happens(nationality === "KP" ? 35 : 100);
  const country = nationality === null ? null : places.get(nationality);
  return {
    count: countInWords(count, phrases),
    people:
      country && says ? fill(from, { role: who, country: countryName(country, language) }) : who,
    place: placeName(chance, place, language),
    n: `${chance.between(1, 24)}`,
  };
}

function countryName({ nameEn, nameKo, nameZh }: SyntheticPlace, language: Language): string {
  return { en: nameEn, ko: nameKo ?? nameEn, zh: nameZh ?? nameEn }[language];
}
