import { NONE } from "./columns";

/**
 * Bytes that whole numbers and texts are packed into and read from one after the other, at the speed of copying. The
 * three are views of the same bytes, and what is packed begins at a multiple of four.
 */
export type Packed = { bytes: Uint8Array; halves: Uint16Array; words: Int32Array; at: number };

/** To read from the beginning; bytes that do not lie as words do are copied. */
export function packedOf(bytes: Uint8Array): Packed {
  const lies = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const { buffer, byteOffset, length } = lies;
  return {
    bytes: lies,
    halves: new Uint16Array(buffer, byteOffset, length >>> 1),
    words: new Int32Array(buffer, byteOffset, length >>> 2),
    at: 0,
  };
}

/** To pack into, with room for so many bytes at first. */
export function emptyPacked(length = 1 << 15): Packed {
  return packedOf(new Uint8Array(length));
}

/** What was packed. */
export function bytesOf({ bytes, at }: Packed): Uint8Array {
  return bytes.slice(0, at);
}

export function packWord(packed: Packed, word: number): void {
  makeRoom(packed, 4);
  packed.words[packed.at >>> 2] = word;
  packed.at += 4;
}

export function readWord(packed: Packed): number {
  const word = packed.words[packed.at >>> 2]!;
  packed.at += 4;
  return word;
}

/** Bits of the word before numbers: how many bytes each takes, and whether any of them is `NONE`. */
const WIDTH = 0xff;
const HAS_NONE = 0x100;

/** Whole numbers of 32 bits, each as what it is above the least of them in as few bytes as hold all. */
export function packNumbers(packed: Packed, numbers: ArrayLike<number>): void {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let hasNone = false;
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at]! | 0;
    if (number === NONE) hasNone = true;
    else {
      if (number < least) least = number;
      if (number > most) most = number;
    }
  }
  // Where there is nothing but `NONE`, that is the least; where some are, 0 stands for it.
  const isSame = least === most ? !hasNone : least > most;
  const base = least > most ? NONE : hasNone ? least - 1 : least;
  const range = most - base;
  const width = isSame ? 0 : range <= 0xff ? 1 : range <= 0xffff ? 2 : 4;
  packWord(packed, width | (hasNone ? HAS_NONE : 0));
  packWord(packed, base);
  const bytes = (width * numbers.length + 3) & ~3;
  makeRoom(packed, bytes);
  const into = width === 4 ? packed.words : width === 2 ? packed.halves : packed.bytes;
  const from = packed.at / (width || 1);
  if (width > 0)
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at]! | 0;
      into[from + at] = width === 4 ? number : number === NONE ? 0 : number - base;
    }
  packed.at += bytes;
}

/** Reads so many numbers into a column, from a place on. */
export function readNumbers(packed: Packed, into: Int32Array, from: number, count: number): void {
  const head = readWord(packed);
  const base = readWord(packed);
  const width = head & WIDTH;
  const end = from + count;
  if (width === 0) into.fill(base, from, end);
  else if (width === 4) {
    const { words, at } = packed;
    let next = at >>> 2;
    for (let to = from; to < end; to++) into[to] = words[next++]!;
  } else if (width === 2) {
    const { halves, at } = packed;
    let next = at >>> 1;
    for (let to = from; to < end; to++) into[to] = halves[next++]! + base;
  } else {
    const { bytes, at } = packed;
    let next = at;
    for (let to = from; to < end; to++) into[to] = bytes[next++]! + base;
  }
  if ((head & HAS_NONE) !== 0 && width < 4)
    for (let to = from; to < end; to++) if (into[to] === base) into[to] = NONE;
  packed.at += (width * count + 3) & ~3;
}

/** Texts as bytes, one after the other: `starts` has one entry more than there are. */
export type Texts = { starts: Uint32Array; bytes: Uint8Array; count: number };

/** Each begins with a word, and what is left of its last one is 0. */
export function packTexts(packed: Packed, { starts, bytes, count }: Texts): void {
  packWord(packed, count);
  const lengths = new Int32Array(count);
  for (let at = 0; at < count; at++) lengths[at] = starts[at + 1]! - starts[at]!;
  packNumbers(packed, lengths);
  for (let at = 0; at < count; at++) {
    makeRoom(packed, lengths[at]! + 3);
    packed.bytes.set(bytes.subarray(starts[at], starts[at + 1]), packed.at);
    packed.at += (lengths[at]! + 3) & ~3;
  }
}

function makeRoom(packed: Packed, more: number): void {
  const { bytes, at } = packed;
  if (at + more <= bytes.length) return;
  const longer = packedOf(new Uint8Array((Math.max(at + more, bytes.length * 2) + 3) & ~3));
  longer.bytes.set(bytes);
  Object.assign(packed, longer, { at });
}
