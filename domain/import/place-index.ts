import type { Location } from "../location";
import { normaliseText } from "../search-text";

/** What is asked of a place to find it by name. */
export type NamedPlace = Pick<
  Location,
  | "id"
  | "kind"
  | "parentId"
  | "countryId"
  | "provinceId"
  | "nameEn"
  | "nameKo"
  | "nameZh"
  | "aliases"
>;

/** A place that words may mean. `label` is its full written form, "Kunming, Yunnan, China". */
export type PlaceCandidate = Pick<
  Location,
  "id" | "kind" | "parentId" | "countryId" | "provinceId"
> & { label: string };

/**
 * `find`: every place that has the id, but for countries, or one of whose names is the text, with what it lies in behind
 * it or not ("Kunming, Yunnan").
 */
export type PlaceIndex = {
  get(id: string): PlaceCandidate | null;
  find(text: string): readonly PlaceCandidate[];
  /** Places whose names share words with the text, the closest first, at most 20; for what `find` does not find. */
  near(text: string): readonly PlaceCandidate[];
  /** True where `id`, or a place around it, is `outer`. */
  isInside(id: string | null, outer: string | null): boolean;
};

/** The places of a gazetteer by all their names, compared as search compares them. Some 20,000 names take 10 MB. */
export function placeIndex(places: readonly NamedPlace[]): PlaceIndex {
  const byId = new Map(places.map((place) => [place.id, place]));
  const byName = new Map<string, string[]>();
  for (const { id, nameEn, nameKo, nameZh, aliases } of places)
    for (const key of new Set(
      [nameEn, nameKo, nameZh, ...aliases].map((name) => keyOf(name ?? "")),
    ))
      if (key !== "") byName.set(key, [...(byName.get(key) ?? []), id]);
  const get = (id: string): PlaceCandidate | null => {
    const place = byId.get(id);
    if (!place) return null;
    const { kind, parentId, countryId, provinceId } = place;
    const label = pathOf(id, byId)
      .map(({ nameEn }) => nameEn)
      .join(", ");
    return { id, kind, parentId, countryId, provinceId, label };
  };
  const named = (name: string) => (byName.get(keyOf(name)) ?? []).flatMap((id) => get(id) ?? []);
  const found = new Map<string, readonly PlaceCandidate[]>();
  const search = (text: string): readonly PlaceCandidate[] => {
    const typed = text.normalize("NFC").trim();
    // Two letters are also the code of a state, or a word: they are a country only where one is expected.
    const known = typed.length > 2 ? get(typed) : null;
    if (known) return [known];
    const whole = named(typed);
    if (whole.length > 0 || !typed.includes(",")) return whole;
    const [name = "", ...around] = typed.split(",");
    const wanted = around.map(keyOf).filter((part) => part !== "");
    return named(name).filter(({ label }) => wanted.every((part) => keyOf(label).includes(part)));
  };
  const byBeginning = new Map<string, string[]>();
  for (const key of byName.keys())
    for (const word of key.split(" "))
      if (word.length >= MIN_WORD) {
        const beginning = word.slice(0, MIN_WORD);
        byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), key]);
      }
  const near = (text: string): PlaceCandidate[] => {
    const words = keyOf(text).split(" ");
    const names = new Set(words.flatMap((word) => byBeginning.get(word.slice(0, MIN_WORD)) ?? []));
    const rarity = (word: string) => 1 / (byBeginning.get(word.slice(0, MIN_WORD))?.length ?? 1);
    const scored = [...names].map((name) => ({
      name,
      ...likeness(words, name.split(" "), rarity),
    }));
    const best = scored
      .filter(({ alike }) => alike > 0)
      .sort((a, b) => b.alike - a.alike || a.unlike - b.unlike);
    const ids = best.slice(0, MAX_NEAR).flatMap(({ name }) => byName.get(name) ?? []);
    return [...new Set(ids)].slice(0, MAX_NEAR).flatMap((id) => get(id) ?? []);
  };
  return {
    get,
    near,
    isInside: (id, outer) => outer !== null && pathOf(id, byId).some((place) => place.id === outer),
    find(text) {
      const known = found.get(text);
      if (known) return known;
      // The same few names come in every row; a column of free text must not fill the memory.
      if (found.size >= MAX_REMEMBERED) found.clear();
      const places = search(text);
      found.set(text, places);
      return places;
    },
  };
}

const MAX_REMEMBERED = 5_000;

const MIN_WORD = 4;
const MAX_NEAR = 20;

/** How much the words that begin alike tell, rare ones more, and how many of the name's do not. */
function likeness(
  words: readonly string[],
  name: readonly string[],
  rarity: (word: string) => number,
): { alike: number; unlike: number } {
  const beginning = (word: string) => word.slice(0, MIN_WORD);
  const alike = name.filter(
    (part) => part.length >= MIN_WORD && words.some((word) => beginning(word) === beginning(part)),
  );
  const told = alike.reduce(
    (sum, part) => sum + rarity(part) * (words.some((word) => word.startsWith(part)) ? 2 : 1),
    0,
  );
  return { alike: told, unlike: name.length - alike.length };
}

function keyOf(name: string): string {
  return normaliseText(name);
}

/** A place and those around it. */
function pathOf(id: string | null, byId: ReadonlyMap<string, NamedPlace>): NamedPlace[] {
  const place = byId.get(id ?? "");
  return place ? [place, ...pathOf(place.parentId, byId)] : [];
}
