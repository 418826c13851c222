import { NUMBERS, SETS } from "./incident-facts";
import { type Packed, packedOf } from "./packed";

/** A block holds the incidents with so many numbers that follow each other; the triggers of the database know it too. */
export const BLOCK_SIZE = 256;

/**
 * Tells blocks that are packed otherwise than before, which then are as if they were not there. What a line holds is
 * part of it; the number is to be raised when anything else of a block changes.
 */
const EDITION = ["1", BLOCK_SIZE, ...NUMBERS, ...SETS].join(" ");

/** The same as the first word of a block. */
export const EDITION_WORD = wordOf(EDITION);

/** How many words stand before what is packed: the edition, the sum of all that follows, and how much there is of what. */
export const HEAD = { edition: 0, sum: 1, incidents: 2, events: 3, shares: 4, words: 5 };

/** How many parts say in what manner the events of a kind happened, and how many at what places. */
export const KIND_PARTS = { manner: 3, places: 4 };

/** Whether codes are packed as texts, or as the numbers of references of sources. */
export const CODES_ARE = { texts: 0, references: 1 };

/** Whether a block that begins with these bytes is of this edition. */
export function isOfEdition(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && packedOf(bytes).words[0] === EDITION_WORD;
}

/** Whether these are the bytes of a block of this edition, of which nothing was lost or changed. */
export function isWholeBlock({ bytes, words }: Packed): boolean {
  if (bytes.length < HEAD.words * 4 || bytes.length % 4 !== 0) return false;
  return words[HEAD.edition] === EDITION_WORD && words[HEAD.sum] === checkSum(words, HEAD.sum + 1);
}

/** The block that a number belongs to. */
export function blockOfNumber(number: number): number {
  return Math.floor(number / BLOCK_SIZE);
}

/** What the words of a block add up to, so that one of which a part is lost or changed is told. */
export function checkSum(words: Int32Array, from: number): number {
  let sum = 0x811c9dc5 | 0;
  for (let at = from; at < words.length; at++) {
    sum = Math.imul(sum ^ words[at]!, 0x01000193);
    sum ^= sum >>> 15;
  }
  return sum;
}

function wordOf(text: string): number {
  return checkSum(
    Int32Array.from(text, (letter) => letter.charCodeAt(0)),
    0,
  );
}
