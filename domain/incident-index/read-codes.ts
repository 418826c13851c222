import type { Packed } from "./packed";
import { readWord } from "./packed";
import { newScratch, readInto, scratchFor } from "./scratch";
import { type Codes, valueOfCode } from "./set-column";
import { numberAt, placeOfWords, putWords, type WordTexts } from "./word-texts";

/** The values that codes of a block have in the index. */
export function readCodes(codes: Codes, known: WordTexts, packed: Packed): Int32Array {
  const count = readWord(packed);
  const lengths = readInto(LENGTHS, packed, count);
  const values = scratchFor(VALUES, count);
  const { words } = packed;
  let from = packed.at >>> 2;
  for (let at = 0; at < count; at++) {
    const length = lengths[at]!;
    const place = placeOfWords(known, words, from, length);
    values[at] =
      place >= 0
        ? numberAt(known, place)
        : learn(codes, known, place, { bytes: packed.bytes, words, from, length });
    from += (length + 3) >>> 2;
  }
  packed.at = from * 4;
  return values;
}

function learn(
  codes: Codes,
  known: WordTexts,
  place: number,
  text: { bytes: Uint8Array; words: Int32Array; from: number; length: number },
): number {
  const from = text.from * 4;
  const value = valueOfCode(codes, { bytes: text.bytes, from, to: from + text.length });
  putWords(known, place, text, value);
  return value;
}

const LENGTHS = newScratch();
const VALUES = newScratch();
