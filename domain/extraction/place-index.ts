import { FURTHER_TOWNS } from "./lexicon/further-towns";
import { EXTRA_NAMES } from "./lexicon/place-names";
import { TOWNS } from "./lexicon/towns";
import type { ReaderPlace } from "./reader-place";

/** Names of places, so arranged that a text is searched for all of them at once. */
export type PlaceIndex = {
  byId: ReadonlyMap<string, ReaderPlace>;
  /** Latin names by their first word as `foldWord` writes it, the longest first. */
  latin: ReadonlyMap<string, readonly LatinName[]>;
  /** Korean and Chinese names by their first two characters, the longest first. */
  eastern: ReadonlyMap<string, readonly EasternName[]>;
};
export type LatinName = { words: string[]; exact: string | null; places: ReaderPlace[] };
export type EasternName = { name: string; places: ReaderPlace[] };

/** The index of a gazetteer; kept as long as the array is, for building it takes longer than reading an article. */
export function placeIndexOf(places: readonly ReaderPlace[]): PlaceIndex {
  const known = INDEXES.get(places);
  if (known) return known;
  const index = buildIndex(places);
  INDEXES.set(places, index);
  return index;
}

const INDEXES = new WeakMap<readonly ReaderPlace[], PlaceIndex>();

/** Lower case without marks, apostrophes and a possessive s: "Şanlıurfa's" is "sanliurfa". */
export function foldWord(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/[\p{M}]/gu, "")
    .toLowerCase()
    .replaceAll("ı", "i")
    .replace(/['’ʼ]s?$/u, "")
    .replace(/['’ʼ]/gu, "");
}

/** The words of a Latin name, folded; a hyphen parts no words. */
function foldName(name: string): string[] {
  return (name.replaceAll("–", "-").match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’ʼ-]*/gu) ?? [])
    .map(foldWord)
    .filter(Boolean);
}

function buildIndex(places: readonly ReaderPlace[]): PlaceIndex {
  const byId = new Map(places.map((place) => [place.id, place]));
  const latin = new Map<string, LatinName>();
  const eastern = new Map<string, EasternName>();
  for (const place of [...places, ...furtherTowns(byId)]) {
    for (const name of namesOf(place)) {
      if (/^[\p{Script=Latin}\p{N}]/u.test(name)) {
        const words = foldName(name);
        const exact = name.length <= 3 ? name : null;
        addPlace(latin, words.join(" "), place, () => ({ words, exact, places: [] }));
      } else if ([...name].length > 1) addPlace(eastern, name, place, () => ({ name, places: [] }));
    }
  }
  return {
    byId,
    latin: grouped(
      [...latin.values()],
      ({ words }) => words[0] ?? "",
      ({ words }) => words.length,
    ),
    eastern: grouped(
      [...eastern.values()],
      ({ name }) => name.slice(0, 2),
      ({ name }) => name.length,
    ),
  };
}

/** The towns of the lexicon as places under their province. */
function furtherTowns(byId: ReadonlyMap<string, ReaderPlace>): ReaderPlace[] {
  return [...Object.entries(TOWNS), ...Object.entries(FURTHER_TOWNS)].flatMap(
    ([provinceId, names]) =>
      byId.has(provinceId)
        ? names.map((name) => ({
            id: `${provinceId}/${name}`,
            parentId: provinceId,
            kind: "locality" as const,
            nameEn: name,
            nameKo: null,
            nameZh: null,
            aliases: [],
            countryId: provinceId.slice(0, 2),
            provinceId,
          }))
        : [],
  );
}

function addPlace<N extends { places: ReaderPlace[] }>(
  names: Map<string, N>,
  key: string,
  place: ReaderPlace,
  make: () => N,
): void {
  const entry = names.get(key) ?? make();
  if (!entry.places.includes(place)) entry.places.push(place);
  names.set(key, entry);
}

function grouped<N>(
  names: N[],
  keyOf: (name: N) => string,
  lengthOf: (name: N) => number,
): Map<string, N[]> {
  const groups = new Map<string, N[]>();
  for (const name of names.toSorted((a, b) => lengthOf(b) - lengthOf(a))) {
    const key = keyOf(name);
    if (key) groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return groups;
}

/** Every spelling by which reports call the place. */
function namesOf(place: ReaderPlace): string[] {
  const given = [
    place.nameEn,
    place.nameKo,
    place.nameZh,
    ...place.aliases,
    ...(EXTRA_NAMES[place.id] ?? []),
  ];
  return given.flatMap((name) => {
    if (!name) return [];
    const short = place.kind === "facility" ? shortFacility(name) : shortProvince(name);
    const spaced = /\p{L}-\p{L}/u.test(name) ? [name.replaceAll("-", " ")] : [];
    return short && short.length > 1 ? [name, short, ...spaced] : [name, ...spaced];
  });
}

/** "Abresham (Silk) bridge" is also called Abresham; what is only described by its town has no short name. */
function shortFacility(name: string): string | null {
  return /^([\p{Lu}][\p{L}'’ ]+?) \(/u.exec(name)?.[1] ?? null;
}

/** A province without its unit: 지린 성 is 지린, 云南省 is 云南, "Tigray Region" is Tigray. */
function shortProvince(name: string): string | null {
  return (
    /^(.{2,}?) ?(?:성|주|시|도|현|구|자치구|특별시|광역시|토후국)$/u.exec(
      name.replace(/ (?:좡족|후이족|위구르) /u, " "),
    )?.[1] ??
    /^(.{2,}?)(?:壮族|回族|维吾尔)?(?:省|市|州|府|县|自治区|特别市|广域市|邦)$/u.exec(name)?.[1] ??
    /^(.{3,}) (?:Province|Region|State|Governorate|Oblast|Voblast|Prefecture|District|County|Department)$/u.exec(
      name,
    )?.[1] ??
    null
  );
}
