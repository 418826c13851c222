import { withRoom } from "./columns";

/**
 * Numbers by texts that lie as whole words, filled up with 0: looked up by words they are found several times as quickly
 * as by bytes. `table`: where a text is kept in `words`, plus one, where its hash leads, or at the next that is free.
 */
export type WordTexts = { count: number; table: Int32Array; words: Int32Array; end: number };

/** What is kept before the words of a text: its hash, how many bytes it has, and its number. */
const HEAD_WORDS = 3;

export function noWordTexts(): WordTexts {
  return { count: 0, table: new Int32Array(256), words: new Int32Array(0), end: 0 };
}

/** Where a text of so many bytes is kept, that begins at a word; below 0 where it is not: what `putWords` asks for. */
export function placeOfWords(
  { table, words: kept }: WordTexts,
  words: Int32Array,
  from: number,
  length: number,
): number {
  const count = (length + 3) >>> 2;
  const hash = hashOfWords(words, from, count);
  const mask = table.length - 1;
  for (let place = hash & mask; ; place = (place + 1) & mask) {
    const at = table[place]! - 1;
    if (at < 0) return -1 - place;
    if (kept[at] !== hash || kept[at + 1] !== length) continue;
    const start = at + HEAD_WORDS;
    let word = 0;
    while (word < count && kept[start + word] === words[from + word]) word++;
    if (word === count) return at;
  }
}

/** The number of a text by where it is kept. */
export function numberAt({ words }: WordTexts, at: number): number {
  return words[at + 2]!;
}

/** A text by where it is kept. */
export function bytesAt({ words }: WordTexts, at: number): Uint8Array {
  return new Uint8Array(words.buffer, (at + HEAD_WORDS) * 4, words[at + 1]!);
}

/** Keeps a text at the place that `placeOfWords` said, with a number. Returns where. */
export function putWords(
  texts: WordTexts,
  place: number,
  text: { words: Int32Array; from: number; length: number },
  number: number,
): number {
  const count = (text.length + 3) >>> 2;
  const at = texts.end;
  texts.end += HEAD_WORDS + count;
  texts.words = withRoom(texts.words, texts.end);
  texts.words[at] = hashOfWords(text.words, text.from, count);
  texts.words[at + 1] = text.length;
  texts.words[at + 2] = number;
  texts.words.set(text.words.subarray(text.from, text.from + count), at + HEAD_WORDS);
  texts.table[-1 - place] = at + 1;
  if (++texts.count * 2 > texts.table.length) enlarge(texts);
  return at;
}

function enlarge(texts: WordTexts): void {
  const before = texts.table;
  const table = new Int32Array(before.length * 4);
  const mask = table.length - 1;
  for (const kept of before) {
    if (kept === 0) continue;
    let place = texts.words[kept - 1]! & mask;
    while (table[place] !== 0) place = (place + 1) & mask;
    table[place] = kept;
  }
  texts.table = table;
}

/** A number for the words from a place on, whose low bits differ where they do. */
export function hashOfWords(words: Int32Array, from: number, count: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = from; at < from + count; at++) {
    hash = Math.imul(hash ^ words[at]!, 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash;
}
