import { referenceOfNumber } from "../reference";
import { CODES_ARE } from "./block-format";
import { numberOfText } from "./byte-texts";
import { type Packed, readWord } from "./packed";
import { newScratch, readInto, scratchFor } from "./scratch";
import { addCode, type Codes, valueOfCode } from "./set-column";
import { noWordTexts, numberAt, placeOfWords, putWords, type WordTexts } from "./word-texts";

/**
 * The values of codes of blocks that were read: of texts, and of numbers of references. `pairs`: each number, plus one,
 * with its value beside it, where its hash leads, or at the next that is free.
 */
export type SeenCodes = { texts: WordTexts; references: { count: number; pairs: Int32Array } };

export function noSeenCodes(): SeenCodes {
  return { texts: noWordTexts(), references: { count: 0, pairs: new Int32Array(512) } };
}

/** The values that codes of a block have in the index; to be used up before others are read. */
export function readCodes(codes: Codes, seen: SeenCodes, packed: Packed): Int32Array {
  return readWord(packed) === CODES_ARE.references
    ? readReferences(codes, seen.references, packed)
    : readTexts(codes, seen.texts, packed);
}

function readTexts(codes: Codes, known: WordTexts, packed: Packed): Int32Array {
  const count = readWord(packed);
  const lengths = readInto(LENGTHS, packed, count);
  const values = scratchFor(VALUES, count);
  const { words, bytes } = packed;
  let from = packed.at >>> 2;
  for (let at = 0; at < count; at++) {
    const length = lengths[at]!;
    const place = placeOfWords(known, words, from, length);
    if (place >= 0) values[at] = numberAt(known, place);
    else {
      const value = valueOfCode(codes, { bytes, from: from * 4, to: from * 4 + length });
      putWords(known, place, { words, from, length }, value);
      values[at] = value;
    }
    from += (length + 3) >>> 2;
  }
  packed.at = from * 4;
  return values;
}

function readReferences(codes: Codes, known: SeenCodes["references"], packed: Packed): Int32Array {
  const count = readWord(packed);
  const values = scratchFor(VALUES, count);
  readInto(VALUES, packed, count);
  for (let at = 0; at < count; at++) {
    const number = values[at]!;
    const { pairs } = known;
    const place = placeOf(pairs, number + 1);
    if (pairs[place] === 0) {
      const value = valueOfReference(codes, number);
      pairs[place] = number + 1;
      pairs[place + 1] = value;
      if (++known.count * 4 > pairs.length) known.pairs = enlarged(pairs);
      values[at] = value;
    } else values[at] = pairs[place + 1]!;
  }
  return values;
}

/** Where a number is in the pairs, or would be. */
function placeOf(pairs: Int32Array, number: number): number {
  const mask = pairs.length - 2;
  const hash = Math.imul(number, 0x9e3779b1);
  for (let place = (hash >>> 10) & mask & ~1; ; place = (place + 2) & mask)
    if (pairs[place] === number || pairs[place] === 0) return place;
}

function enlarged(before: Int32Array): Int32Array {
  const pairs = new Int32Array(before.length * 4);
  for (let at = 0; at < before.length; at += 2) {
    if (before[at] === 0) continue;
    const place = placeOf(pairs, before[at]!);
    pairs[place] = before[at]!;
    pairs[place + 1] = before[at + 1]!;
  }
  return pairs;
}

function valueOfReference(codes: Codes, number: number): number {
  const text = referenceOfNumber("SRC", number);
  for (let at = 0; at < text.length; at++) LETTERS[at] = text.charCodeAt(at);
  const code = { bytes: LETTERS, from: 0, to: text.length };
  const known = numberOfText(codes.byBytes, code);
  return known >= 0 ? known : addCode(codes, code, text);
}

const LETTERS = new Uint8Array(32);
const LENGTHS = newScratch();
const VALUES = newScratch();
