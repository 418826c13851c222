import type { ReaderPlace } from "../extraction/reader-place";
import { normaliseText } from "../search-text";

/** The places of the gazetteer as an article's places are looked up in them. */
export type PlaceTree = {
  byId: (id: string) => ReaderPlace | undefined;
  /** The place of that name, in any language or spelling, that stands under another, at any depth; null = none or several. */
  inside: (parentId: string, name: string) => ReaderPlace | null;
  /** True where `id`, or a place around it, is `outer`. */
  isInside: (id: string | null, outer: string | null) => boolean;
  /** "Kunming, Yunnan, China". */
  written: (id: string) => string;
};

export function placeTreeOf(places: readonly ReaderPlace[]): PlaceTree {
  const known = new Map(places.map((place) => [place.id, place]));
  const named = new Map<string, ReaderPlace[]>();
  for (const place of places)
    for (const name of new Set([place.nameEn, place.nameKo, place.nameZh, ...place.aliases])) {
      if (name === null) continue;
      const key = normaliseText(name);
      named.set(key, [...(named.get(key) ?? []), place]);
    }
  const around = (id: string | null): ReaderPlace[] => {
    const place = known.get(id ?? "");
    return place ? [place, ...around(place.parentId)] : [];
  };
  const isInside: PlaceTree["isInside"] = (id, outer) =>
    outer !== null && around(id).some((place) => place.id === outer);
  return {
    byId: (id) => known.get(id),
    inside: (parentId, name) => {
      const found = (named.get(normaliseText(name)) ?? []).filter(
        ({ id }) => id !== parentId && isInside(id, parentId),
      );
      return found.length === 1 ? found[0]! : null;
    },
    isInside,
    written: (id) =>
      around(id)
        .map(({ nameEn }) => nameEn)
        .join(", "),
  };
}
