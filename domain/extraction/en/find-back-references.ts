import type { PlaceName } from "../find-places";
import type { Word } from "./cut-words";
import { findPlacePhrases, type PlacePhrase } from "./find-place-phrases";

/** A sentence before the one that is read: its words and the names of places in it. */
export type SentenceBefore = { words: readonly Word[]; names: readonly PlaceName[] };

/**
 * "there", "in the same city", "elsewhere in the province": the place named last, with the words "there" stand for
 * as its place in the sentence and the name itself as its evidence.
 */
export function findBackReferences(
  text: string,
  words: readonly Word[],
  places: readonly PlacePhrase[],
  before: readonly SentenceBefore[],
  countries: ReadonlyMap<string, number>,
): PlacePhrase[] {
  return words.flatMap((_, at) => {
    const length = lengthOf(words, at);
    if (length === 0) return [];
    const named = places.findLast(({ to, place }) => to <= at && place.provinceId !== null);
    const meant = named ?? lastNamed(text, before, countries);
    if (!meant) return [];
    return [
      {
        ...meant,
        from: at,
        to: at + length,
        preposition: "in",
        hangsOn: length === 1 ? at - 1 : at - 2,
        aside: false,
      },
    ];
  });
}

/** How many words from `at` on point back at a place; 0 = they do not. */
function lengthOf(words: readonly Word[], at: number): number {
  const { lower } = words[at]!;
  if (lower === "there")
    return /^(?:is|are|was|were|has|have|had|will|may|would|'s)$/.test(words[at + 1]?.lower ?? "")
      ? 0
      : 1;
  if (!/^(?:the|that|this)$/.test(lower) || !/^(?:in|at|from|of)$/.test(words[at - 1]?.lower ?? ""))
    return 0;
  const length = words[at + 1]?.lower === "same" ? 3 : 2;
  const behind = words[at + length];
  return SAME_PLACE.test(words[at + length - 1]?.lower ?? "") &&
    !(behind && (behind.lower === "of" || /^\p{Lu}/u.test(behind.text)))
    ? length
    : 0;
}

const SAME_PLACE = /^(?:city|town|province|village|district|county|state|region|island)$/;

function lastNamed(
  text: string,
  before: readonly SentenceBefore[],
  countries: ReadonlyMap<string, number>,
): PlacePhrase | null {
  for (const { words, names } of before.toReversed()) {
    const named = findPlacePhrases(text, words, names, countries).findLast(
      ({ place }) => place.provinceId !== null,
    );
    if (named) return named;
  }
  return null;
}
