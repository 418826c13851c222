import nlp from "compromise/two";
import type { FoundName } from "./found-name";
import { HONORIFICS, NOT_A_NAME, ROLES } from "./not-a-name";
import {
  KOREAN_SYLLABLES,
  PINYIN_GIVEN,
  ROMANISED_SURNAMES,
  SURNAMES_LIKE_WORDS,
} from "./surnames";

/**
 * Names in Latin letters, within runs of capitalised words:
 * 1. after Mr, Ms, Dr: up to three words;
 * 2. a romanised surname and a given name of its language, in either order;
 * 3. a given name that compromise's dictionary knows, and the word after it;
 * 4. two to four words before an age in brackets, or after what somebody is ("pastor", "aunt", "called").
 * A run that goes on with "Square", "Ministry" or the like is no name.
 */
export function findLatinNames(plain: string): FoundName[] {
  return [...plain.matchAll(RUN)].flatMap((match) => namesInRun(plain, wordsOf(match)));
}

const WORD = "\\p{Lu}[\\p{L}'’]{0,24}(?:-[\\p{L}'’]{1,24}){0,3}";
const RUN = new RegExp(`(?<![\\p{L}\\d_@#/.-])${WORD}(?:\\.? ${WORD}){0,7}(?![\\d_@])`, "gu");

type Word = { start: number; end: number; text: string; lower: string };

function wordsOf(run: RegExpExecArray): Word[] {
  return [...run[0].matchAll(/[^ .]+/g)].map(({ index, 0: said }) => {
    const text = said.replace(/['’]s?$/, "");
    const start = run.index + index;
    return { start, end: start + text.length, text, lower: text.toLowerCase() };
  });
}

function namesInRun(plain: string, words: Word[]): FoundName[] {
  const found: FoundName[] = [];
  for (let first = 0; first < words.length; first++) {
    const hit = nameAt(plain, words, first);
    if (hit === null) continue;
    const from = words[first + hit.skip - unknownBefore(words.slice(0, first))]!;
    const last = words[first + hit.skip + hit.length - 1]!;
    found.push({ start: from.start, end: last.end, why: hit.why });
    first += hit.skip + hit.length - 1;
  }
  return found;
}

type Hit = { skip: number; length: number; why: FoundName["why"] };

/** The name that begins at this word (or after it, if it is a title): how many words long, and why. */
function nameAt(plain: string, words: Word[], first: number): Hit | null {
  const rest = words.slice(first);
  if (HONORIFICS.has(rest[0]!.lower)) {
    const length = leadingNameWords(rest.slice(1), 3);
    return length > 0 ? { skip: 1, length, why: "name_title" } : null;
  }
  const whole = rest.every((word) => isNameWord(word));
  const length = romanisedLength(rest) || (whole || !isOffice(rest[2]) ? givenLength(rest) : 0);
  if (length > 0) {
    if (isOffice(rest[length])) return null;
    return { skip: 0, length, why: knownGiven(rest[0]!) ? "name_given" : "name_surname" };
  }
  if (first > 0 || !whole || rest.length < 2 || rest.length > 4) return null;
  if (AGE.test(plain.slice(rest.at(-1)!.end, rest.at(-1)!.end + 14))) {
    return { skip: 0, length: rest.length, why: "name_age" };
  }
  const before = /([A-Za-z]{2,20}),? $/.exec(
    plain.slice(Math.max(0, rest[0]!.start - 24), rest[0]!.start),
  );
  if (!before || !ROLES.has(before[1]!.toLowerCase()) || rest.length > 3) return null;
  return { skip: 0, length: rest.length, why: "name_role" };
}

const AGE = /^,? ?\(\d{1,2}(?:\)|,| years| y\/o)/;

function leadingNameWords(words: Word[], most: number): number {
  const stop = words.findIndex((word) => !isNameWord(word));
  return Math.min(stop < 0 ? words.length : stop, most);
}

/** Surname and given name of Korea, China or Vietnam: 2 or 3 words, else 0. */
function romanisedLength([one, two, three]: Word[]): number {
  if (!one || !two) return 0;
  if (ROMANISED_SURNAMES.has(one.lower)) {
    if (isKoreanSyllable(two) && three && isKoreanSyllable(three)) return 3;
    if (/^(?:van|thi|duc|minh|thanh|huu)$/.test(two.lower) && three && isNameWord(three)) return 3;
    if (SURNAMES_LIKE_WORDS.has(one.lower) && !two.text.includes("-")) return 0;
    if (isEastAsianGiven(two)) return 2;
  }
  const given = two && ROMANISED_SURNAMES.has(two.lower) && isEastAsianGiven(one);
  return given && (one.text.includes("-") || knownGiven(one)) ? 2 : 0;
}

function isEastAsianGiven(word: Word): boolean {
  if (NOT_A_NAME.has(word.lower) || /^\p{Lu}+$/u.test(word.text)) return false;
  const parts = word.lower.split("-");
  if (parts.length > 2) return false;
  if (parts.every((part) => KOREAN_SYLLABLES.has(part))) return true;
  return (parts.length === 1 && PINYIN_GIVEN.test(word.lower)) || isJoinedKorean(word.lower);
}

/** "Chulsoo": two syllables written as one. */
function isJoinedKorean(word: string): boolean {
  for (let cut = 1; cut < word.length && word.length <= 12; cut++) {
    if (KOREAN_SYLLABLES.has(word.slice(0, cut)) && KOREAN_SYLLABLES.has(word.slice(cut)))
      return true;
  }
  return false;
}

function isKoreanSyllable(word: Word): boolean {
  return KOREAN_SYLLABLES.has(word.lower) && !isOffice(word);
}

/** A known given name and the words after it, four in all at most. */
function givenLength(words: Word[]): number {
  const length = leadingNameWords(words, 4);
  return length > 1 && knownGiven(words[0]!) && words[1]!.text.length > 1 ? length : 0;
}

/** How many words right before a name belong to it: at most two, of no dictionary ("Jee Abbey Lee"). */
function unknownBefore(words: Word[]): number {
  const back = words.slice(-2).reverse();
  const known = back.findIndex((word) => !isNameWord(word) || isKnownWord(word));
  return known < 0 ? back.length : known;
}

function isNameWord(word: Word): boolean {
  return !isOffice(word) && !HONORIFICS.has(word.lower) && !/^\p{Lu}{2,}$/u.test(word.text);
}

function isOffice(word: Word | undefined): boolean {
  return word !== undefined && NOT_A_NAME.has(word.lower);
}

function knownGiven(word: Word): boolean {
  return GIVEN_NAMES.has(word.lower);
}

const { lexicon } = (nlp.model() as { one: { lexicon: Record<string, string | string[]> } }).one;

function isKnownWord(word: Word): boolean {
  return Object.hasOwn(lexicon, word.lower) || ROLES.has(word.lower);
}

/** About 3,200 given names, from the dictionary that compromise tags words with. */
const GIVEN_NAMES: ReadonlySet<string> = new Set(
  Object.entries(lexicon)
    .filter(([, tags]) => /^(?:Male|Female|First)Name$/.test([tags].flat()[0] ?? ""))
    .map(([word]) => word),
);
