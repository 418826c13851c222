import type { StoredSource } from "../open-sources";
import { addDays } from "../partial-date";
import type { SourceKind } from "../vocabulary";
import type { Chance } from "./chance";
import { fill, type Language } from "./phrases";
import { exactDate, syntheticDate } from "./synthetic-date";
import { placeName, type SyntheticPlaces } from "./synthetic-places";
import { syntheticReference } from "./synthetic-reference";
import { PHRASES } from "./synthetic-words";

/** A source with what claims need to know of it. */
export type SyntheticSource = StoredSource & { language: Language };

export const LANGUAGES: readonly (readonly [Language, number])[] = [
  ["en", 45],
  ["ko", 33],
  ["zh", 22],
];

/**
 * The nth source of a ledger, published on `told` or within `withinDays` after it. `earlier`: those of the same
 * story, which it may copy. Its publisher is made up and its address leads nowhere: `.example` is kept for that.
 */
export function syntheticSource(
  chance: Chance,
  { seed, n, told, withinDays }: { seed: number; n: number; told: string; withinDays: number },
  earlier: readonly SyntheticSource[],
  places: SyntheticPlaces,
): SyntheticSource {
  const language = chance.weighted(LANGUAGES);
  const { publishers, headlines } = PHRASES[language];
  const publisher = chance.below(publishers.length);
  const day = addDays(told, chance.below(withinDays + 1));
  const place = placeName(chance, places.anyPlace(chance), language);
  const copies = earlier.length > 0 && chance.happens(15) ? [chance.pick(earlier).id] : [];
  const restricted = chance.happens(12);
  const site = `https://${language}${publisher}.example`;
  return {
    id: chance.hex(12),
    ref: syntheticReference("SRC", seed, n),
    kind: restricted ? chance.pick(["testimony", "interview"]) : chance.weighted(KINDS),
    publisher: chance.happens(4) ? "" : publishers[publisher]!,
    title: chance.happens(5) ? "" : fill(chance.pick(headlines), { place }),
    url:
      restricted || chance.happens(8) ? "" : `${site}/${day.replaceAll("-", "/")}/${chance.hex(4)}`,
    language,
    published: chance.happens(88) ? exactDate(day, language) : syntheticDate(chance, day, language),
    accessed: chance.happens(50) ? addDays(day, chance.below(withinDays + 1)) : null,
    archivedUrl: "",
    storedText: "",
    licence: "Synthetic: no such report exists",
    quotable: chance.happens(60),
    derivedFrom: copies,
    reliability: chance.weighted([
      ["A", 8],
      ["B", 42],
      ["C", 28],
      ["D", 9],
      ["E", 3],
      ["F", 10],
    ] as const),
    access: restricted ? "restricted" : "public",
  };
}

const KINDS: readonly (readonly [SourceKind, number])[] = [
  ["news", 60],
  ["ngo", 20],
  ["government", 5],
  ["authority", 4],
  ["un", 3],
  ["social_media", 4],
  ["court_record", 2],
  ["dataset", 2],
];
