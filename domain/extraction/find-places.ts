import type { Word } from "./en/cut-words";
import type { Span } from "./evidence-of";
import { ORDINARY_WORDS } from "./lexicon/place-names";
import { type EasternName, foldWord, type LatinName, type PlaceIndex } from "./place-index";
import type { ReaderPlace } from "./reader-place";

/** A name of a place in the text, and the places of that name. */
export type PlaceName = Span & { words: string; places: readonly ReaderPlace[] };

/** The Latin names among the words of a sentence, the longest first; none overlaps another. */
export function findLatinPlaces(words: readonly Word[], index: PlaceIndex): PlaceName[] {
  const folded = words.map(({ text }) => foldWord(text));
  const found: PlaceName[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (!/^\p{Lu}/u.test(word.text)) continue;
    const name = index.latin
      .get(folded[at]!)
      ?.find((candidate) => matches(candidate, at, words, folded));
    if (!name) continue;
    const length = spread(name, at, words, folded);
    const last = words[at + length - 1]!;
    const end = last.end - (/['’]s?$/u.exec(last.text)?.[0].length ?? 0);
    const ordinary = ORDINARY_WORDS.has(name.words.join(" "));
    const places = ordinary ? name.places.filter(({ kind }) => kind !== "province") : name.places;
    if (places.length > 0 || (ordinary && UNIT.test(words[at + length]?.lower ?? "")))
      found.push({
        start: word.start,
        end,
        words: name.words.join(" "),
        places: places.length > 0 ? places : name.places,
      });
    at += length - 1;
  }
  return found;
}

const UNIT = /^(?:province|state|region|governorate|oblast|prefecture|county|district)s?$/;

/** How many words of the sentence the name takes, full stops of "U.S." included. */
function spread(
  name: LatinName,
  at: number,
  words: readonly Word[],
  folded: readonly string[],
): number {
  let length = 0;
  for (const part of name.words) {
    while (length > 0 && JOINS.test(words[at + length]?.text ?? "")) length++;
    if (folded[at + length] !== part) return 0;
    length++;
  }
  return length;
}

const JOINS = /^[.–-]$/;

function matches(
  name: LatinName,
  at: number,
  words: readonly Word[],
  folded: readonly string[],
): boolean {
  if (name.exact && name.exact !== words[at]!.text.replace(/['’]s?$/u, "")) return false;
  const length = spread(name, at, words, folded);
  if (length === 0) return false;
  const last = words[at + length - 1]!;
  return (
    name.words.length === 1 ||
    /^[\p{Lu}\d]/u.test(last.text) ||
    !/^\p{Lu}/u.test(name.words.at(-1)!)
  );
}

/** The Korean or Chinese names in a stretch of the text, the longest first; none overlaps another. */
export function findEasternNames(text: string, span: Span, index: PlaceIndex): PlaceName[] {
  const found: PlaceName[] = [];
  for (let at = span.start; at < span.end - 1; at++) {
    const names: readonly EasternName[] = index.eastern.get(text.slice(at, at + 2)) ?? [];
    const name = names.find((candidate) => text.startsWith(candidate.name, at));
    if (!name || at + name.name.length > span.end) continue;
    const end = at + name.name.length;
    found.push({ start: at, end, words: name.name, places: name.places });
    at = end - 1;
  }
  return found;
}
