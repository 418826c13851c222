import { normaliseText } from "./search-text";

/** How many characters of one word are told apart; what is longer is found by its beginning. */
const MAX_WORD = 64;

/**
 * The words by which a text is found, in their order, as an index keeps them.
 * 1. The text is normalised (see `normaliseText`).
 * 2. Runs of Han, kana and Hangul, which write no spaces between words, become overlapping pairs, and the last
 *    character alone: 图们江 is 图们, 们江 and 江. Any two characters that stand together are found, as in Lucene's
 *    CJKAnalyzer, and one alone as the beginning of a pair.
 * 3. Every other run of letters and digits is a word.
 * Words hold no space; a phrase is a sequence of them.
 */
export function indexWords(text: string): string[] {
  const words: string[] = [];
  for (const run of runsOf(text)) words.push(...(isPaired(run) ? pairsOf(run) : [cut(run)]));
  return words;
}

/** The words of several texts as one, with what no phrase can hold between them. */
export function joinWords(texts: readonly string[]): string {
  return [...new Set(texts)]
    .map((text) => indexWords(text).join(" "))
    .filter((words) => words !== "")
    .join(` ${BETWEEN_TEXTS} `);
}

/** No letter and no digit, hence in no word and no query. */
export const BETWEEN_TEXTS = "·";

/** The longest stretches of a normalised text that are wholly in paired scripts or wholly not. */
export function runsOf(text: string): string[] {
  return normaliseText(text).match(RUNS) ?? [];
}

export function isPaired(run: string): boolean {
  return PAIRED.test(run);
}

/** Every two characters that stand together, in order; without the last character alone. */
export function pairsWithin(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((second, at) => characters[at] + second);
}

export function cut(word: string): string {
  return word.length <= MAX_WORD ? word : [...word].slice(0, MAX_WORD).join("");
}

function pairsOf(run: string): string[] {
  return [...pairsWithin(run), [...run].at(-1)!];
}

const PAIRED_SCRIPTS = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〆`;
const PAIRED = new RegExp(`^[${PAIRED_SCRIPTS}]`, "u");
const RUNS = new RegExp(`[${PAIRED_SCRIPTS}]+|[^ ${PAIRED_SCRIPTS}]+`, "gu");
