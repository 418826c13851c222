import { normaliseText } from "./search-text";
import { cut, indexWords, isPaired, pairsWithin, runsOf } from "./search-words";

/** Words that stand one after the other; with `isBeginning` the last is only how a word begins. */
export type Phrase = { words: string[]; isBeginning: boolean };

/** Something searched for: any of these will do, each of which is phrases that all must be there. */
export type SearchTerm = Phrase[][];

/** A text must have every term that is wanted, in whatever order, and none that is unwanted. */
export type SearchQuery = { wanted: SearchTerm[]; unwanted: SearchTerm[] };

/** What was typed: a phrase with its normalised text, whether in quotation marks, whether with a minus before it. */
export type TypedTerm = { text: string; phrase: Phrase; isQuoted: boolean; isUnwanted: boolean };

/**
 * The terms of a search box, distinct, in their order. Any text can be read; one without a letter or digit has none,
 * and only such a one (see `isWordless`).
 * 1. Between quotation marks, which the end closes too, stands a phrase, to be found as it is.
 * 2. A minus before a word or phrase, after a space or at the beginning, unwants it.
 * 3. Everything else is words, parted by spaces and punctuation; what a hyphen, apostrophe, point or slash joins is a
 *    phrase. A last word of three characters or more with a letter among them finds the words that begin with it.
 * 4. The two letters that a text ends with, where it has other words, find the words that begin with them: more may be typed.
 */
export function readSearch(text: string): TypedTerm[] {
  const terms = new Map<string, TypedTerm>();
  for (const [, minus, quoted, plain] of text.matchAll(TERM)) {
    const isQuoted = quoted !== undefined;
    // Compatibility forms first: symbols may stand for letters (™ is tm, ㈜ is 주 in parentheses).
    const parts = isQuoted ? [quoted] : (plain ?? "").normalize("NFKD").split(BETWEEN_WORDS);
    for (const part of parts) {
      const normalised = normaliseText(part);
      const phrase = toPhrase(normalised, isQuoted);
      if (phrase === null) continue;
      const term = { text: normalised, phrase, isQuoted, isUnwanted: minus !== "" };
      terms.set(JSON.stringify(term), term);
    }
  }
  return withUnfinished(text, [...terms.values()]);
}

/** The terms, of which the last may be what a word that is being typed begins with. */
function withUnfinished(text: string, terms: TypedTerm[]): TypedTerm[] {
  const last = terms.at(-1);
  if (last === undefined || !isPlain(last) || !UNFINISHED.test(text)) return terms;
  const others = terms.slice(0, -1);
  const [word = ""] = last.phrase.words;
  if (last.phrase.words.length > 1 || isPaired(word) || !/^\p{L}{2}$/u.test(word)) return terms;
  if (!others.some(isPlain)) return terms;
  return [...others, { ...last, phrase: { ...last.phrase, isBeginning: true } }];
}

const UNFINISHED = /[\s\p{P}](\p{L}\p{M}*){2}$/u;

const QUOTE = '"“”„«»「」『』＂';
const TERM = new RegExp(`([-－]?)(?:[${QUOTE}]([^${QUOTE}]*)[${QUOTE}]?|([^\\s${QUOTE}]+))`, "gu");
const BETWEEN_WORDS = /(?:[^\p{L}\p{N}\p{M}\p{Default_Ignorable_Code_Point}\-'’ʼ./·・_]|\.{2,})+/u;

function toPhrase(normalised: string, isQuoted: boolean): Phrase | null {
  const runs = runsOf(normalised);
  const last = runs.pop();
  if (last === undefined) return null;
  const before = runs.flatMap(indexWords);
  if (!isPaired(last))
    return { words: [...before, cut(last)], isBeginning: !isQuoted && BEGINNING.test(last) };
  const pairs = pairsWithin(last);
  return pairs.length === 0
    ? { words: [...before, last], isBeginning: true }
    : { words: [...before, ...pairs], isBeginning: false };
}

const BEGINNING = /^(?=.*\p{L}).{3,}$/u;

/** So many words are looked up as names at most, and so many one after the other as one. */
const MAX_NAMED = 32;
const MAX_IN_NAME = 6;

/** What among the terms may be the name of a place: single terms, and words that were typed one after the other. */
export function possibleNames(terms: readonly TypedTerm[]): string[] {
  return [...new Set(stretches(terms).map(({ name }) => name))];
}

/**
 * The query of the terms. Where they name a place, any of its names will do. `namesOf`: the names, normalised, by which
 * the places that are called so are found; absent where none is.
 */
export function toSearchQuery(
  terms: readonly TypedTerm[],
  namesOf: ReadonlyMap<string, readonly string[]>,
): SearchQuery {
  const query: SearchQuery = { wanted: [], unwanted: [] };
  const named = stretches(terms).filter(({ name }) => namesOf.has(name));
  const taken = new Set<TypedTerm>();
  // The longest name first: "north hamgyong" is one place and not any Hamgyong.
  for (const { name, of } of named.sort((a, b) => b.of.length - a.of.length)) {
    if (of.some((term) => taken.has(term))) continue;
    for (const term of of) taken.add(term);
    const others = namesOf.get(name)!.filter((other) => other !== name);
    // As one phrase: its words apart from each other are not the name, which no other name would find.
    const typed = of.length > 1 ? toPhrase(name, false) : toPhrase(name, of[0]!.isQuoted);
    const phrases = [typed, ...others.map((other) => toPhrase(other, true))];
    const term = phrases.filter((phrase) => phrase !== null).map((phrase) => [phrase]);
    (of[0]!.isUnwanted ? query.unwanted : query.wanted).push(term);
  }
  for (const term of terms)
    if (!taken.has(term)) (term.isUnwanted ? query.unwanted : query.wanted).push([[term.phrase]]);
  return query;
}

/** Each term, and each row of wanted words that were typed one after the other, as one name. */
function stretches(terms: readonly TypedTerm[]): { name: string; of: TypedTerm[] }[] {
  if (terms.length > MAX_NAMED) return [];
  return terms.flatMap((term, from) => {
    const single = { name: term.text, of: [term] };
    if (!isPlain(term)) return [single];
    const found = [single];
    for (let to = from + 1; to < Math.min(terms.length, from + MAX_IN_NAME); to++) {
      if (!isPlain(terms[to]!)) break;
      const of = terms.slice(from, to + 1);
      found.push({ name: of.map(({ text }) => text).join(" "), of });
    }
    return found;
  });
}

function isPlain({ isQuoted, isUnwanted }: TypedTerm): boolean {
  return !isQuoted && !isUnwanted;
}
