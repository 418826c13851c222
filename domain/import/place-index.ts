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

/** A place a cell may mean. `label` is its full written form, "Kunming, Yunnan, China". */
export type PlaceCandidate = Pick<Location, "id" | "kind" | "countryId" | "provinceId"> & {
  label: string;
};

/** `find`: every place that has the id, or one of whose names is the text, whatever is put around it ("Kunming, Yunnan"). */
export type PlaceIndex = {
  get(id: string): PlaceCandidate | null;
  find(text: string): readonly PlaceCandidate[];
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
    const { kind, countryId, provinceId } = place;
    return { id, kind, countryId, provinceId, label: labelOf(place, byId) };
  };
  const named = (name: string) => (byName.get(keyOf(name)) ?? []).flatMap((id) => get(id) ?? []);
  const found = new Map<string, readonly PlaceCandidate[]>();
  const search = (text: string): readonly PlaceCandidate[] => {
    const typed = text.normalize("NFC").trim();
    const known = get(typed) ?? get(typed.toUpperCase());
    if (known) return [known];
    const whole = named(typed);
    if (whole.length > 0 || !typed.includes(",")) return whole;
    const [name = "", ...around] = typed.split(",");
    const wanted = around.map(keyOf).filter((part) => part !== "");
    return named(name).filter(({ label }) => wanted.every((part) => keyOf(label).includes(part)));
  };
  return {
    get,
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

function keyOf(name: string): string {
  return normaliseText(name);
}

function labelOf(place: NamedPlace, byId: ReadonlyMap<string, NamedPlace>): string {
  const path: string[] = [];
  for (let at: NamedPlace | undefined = place; at; at = byId.get(at.parentId ?? ""))
    path.push(at.nameEn);
  return path.join(", ");
}
