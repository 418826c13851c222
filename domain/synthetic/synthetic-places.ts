import type { Location } from "../location";
import type { Chance } from "./chance";
import type { Language } from "./phrases";
import { HANDED_OVER, PLACE_WEIGHTS } from "./place-weights";

/** A place of the gazetteer, as far as a synthetic text needs it. */
export type SyntheticPlace = Pick<
  Location,
  "id" | "kind" | "facilityKind" | "parentId" | "nameEn" | "nameKo" | "nameZh" | "aliases"
> &
  Pick<Location, "countryId" | "provinceId">;

/** The gazetteer as a synthetic ledger is made from it. */
export type SyntheticPlaces = {
  get(id: string): SyntheticPlace;
  /** Where something begins: mostly a town, now and then one building, a province or only a country. */
  anyPlace(chance: Chance): SyntheticPlace;
  /** Another place in the same province, or the province itself where it has none. */
  nearby(chance: Chance, place: SyntheticPlace): SyntheticPlace;
  /** A town where people are handed over, and where they come to; the ends in North Korea may be a province. */
  anyHandover(chance: Chance): { from: SyntheticPlace; to: SyntheticPlace };
};

/** `gazetteer`: every place, in an order that is always the same. Throws where a place is missing that is needed. */
export function syntheticPlaces(gazetteer: readonly SyntheticPlace[]): SyntheticPlaces {
  const byId = new Map(gazetteer.map((place) => [place.id, place]));
  const inside = new Map<string, SyntheticPlace[]>();
  for (const place of gazetteer) {
    const siblings = inside.get(place.parentId ?? "");
    if (siblings) siblings.push(place);
    else inside.set(place.parentId ?? "", [place]);
  }
  const get = (id: string) => {
    const place = byId.get(id);
    if (!place) throw new Error(`The gazetteer does not have ${id}.`);
    return place;
  };
  const provinces = PLACE_WEIGHTS.map(([id, weight]) => [get(id), weight] as const);
  const handovers = HANDED_OVER.map(([from, to]) => ({ from: get(from), to: get(to) }));
  // Only places whose English name is no more than a name: the gazetteer calls some "not named".
  const buildings = (town: SyntheticPlace) =>
    (inside.get(town.id) ?? []).filter(({ nameEn }) => !/[()]/.test(nameEn));
  function within(chance: Chance, province: SyntheticPlace): SyntheticPlace {
    const towns = inside.get(province.id) ?? [];
    if (towns.length === 0 || chance.happens(22)) return province;
    const town = chance.pick(towns);
    const found = buildings(town);
    return found.length > 0 && chance.happens(25) ? chance.pick(found) : town;
  }
  return {
    get,
    anyPlace(chance) {
      const province = chance.weighted(provinces);
      return chance.happens(3) ? get(province.countryId) : within(chance, province);
    },
    nearby: (chance, { id, provinceId }) => within(chance, get(provinceId ?? id)),
    anyHandover: (chance) => chance.pick(handovers),
  };
}

/** What a text in a language calls the place, now and then by another of its names in that script. */
export function placeName(chance: Chance, place: SyntheticPlace, language: Language): string {
  const { nameEn, nameKo, nameZh, aliases } = place;
  const main =
    language === "ko" ? (nameKo ?? nameEn) : language === "zh" ? (nameZh ?? nameEn) : nameEn;
  if (!chance.happens(20)) return main;
  const others = aliases.filter((name) => SCRIPTS[language].test(name));
  return others.length > 0 ? chance.pick(others) : main;
}

const SCRIPTS: Record<Language, RegExp> = {
  en: /^\p{Script=Latin}[\p{Script=Latin} '’-]*$/u,
  ko: /^\p{Script=Hangul}+$/u,
  zh: /^\p{Script=Han}+$/u,
};
