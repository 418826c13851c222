import { countBits } from "./count-bits";

/**
 * A set of slots: 32 bits a word, the lowest bit of the first word the slot 0. Bits beyond the last slot are 0, and all
 * sets of one index have the same length. Sets are never changed once they were given away.
 */
export type SlotBits = Int32Array;

/** Some words of a set of slots; `to` is not among them. */
export type Words = { from: number; to: number };

export function allWords({ length }: SlotBits): Words {
  return { from: 0, to: length };
}

export function noSlots(slots: number): SlotBits {
  return new Int32Array((slots + 31) >>> 5);
}

export function hasSlot(bits: SlotBits, slot: number): boolean {
  return ((bits[slot >>> 5]! >>> (slot & 31)) & 1) === 1;
}

export function addSlot(bits: SlotBits, slot: number): void {
  bits[slot >>> 5]! |= 1 << (slot & 31);
}

export function removeSlot(bits: SlotBits, slot: number): void {
  bits[slot >>> 5]! &= ~(1 << (slot & 31));
}

// The loops take four words at once, which is half as quick again: a million incidents have 30,000 of them.

/** Those in both. */
export function inBoth(a: SlotBits, b: SlotBits): SlotBits {
  const { length } = a;
  const both = new Int32Array(length);
  let at = 0;
  for (; at + 3 < length; at += 4) {
    both[at] = a[at]! & b[at]!;
    both[at + 1] = a[at + 1]! & b[at + 1]!;
    both[at + 2] = a[at + 2]! & b[at + 2]!;
    both[at + 3] = a[at + 3]! & b[at + 3]!;
  }
  for (; at < length; at++) both[at] = a[at]! & b[at]!;
  return both;
}

/** Those in either. */
export function inEither(a: SlotBits, b: SlotBits): SlotBits {
  const { length } = a;
  const either = new Int32Array(length);
  let at = 0;
  for (; at + 3 < length; at += 4) {
    either[at] = a[at]! | b[at]!;
    either[at + 1] = a[at + 1]! | b[at + 1]!;
    either[at + 2] = a[at + 2]! | b[at + 2]!;
    either[at + 3] = a[at + 3]! | b[at + 3]!;
  }
  for (; at < length; at++) either[at] = a[at]! | b[at]!;
  return either;
}

/** Those in the first and not in the second. */
export function without(a: SlotBits, b: SlotBits): SlotBits {
  const { length } = a;
  const rest = new Int32Array(length);
  let at = 0;
  for (; at + 3 < length; at += 4) {
    rest[at] = a[at]! & ~b[at]!;
    rest[at + 1] = a[at + 1]! & ~b[at + 1]!;
    rest[at + 2] = a[at + 2]! & ~b[at + 2]!;
    rest[at + 3] = a[at + 3]! & ~b[at + 3]!;
  }
  for (; at < length; at++) rest[at] = a[at]! & ~b[at]!;
  return rest;
}

const PAIRS = 0x33333333;
const NIBBLES = 0x0f0f0f0f;

/** How many bits of a word are set: summed in pairs, then fours, then eights, all at once. */
export function bitsOf(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & PAIRS) + ((sum >>> 2) & PAIRS);
  return Math.imul((sum + (sum >>> 4)) & NIBBLES, 0x01010101) >>> 24;
}

/** How many slots are in both. */
export function countBoth(a: SlotBits, b: SlotBits, words = allWords(a)): number {
  return countBits(a, [b], words)[0]!;
}

export function countSlots(bits: SlotBits, words = allWords(bits)): number {
  return countBoth(bits, bits, words);
}

/** The slots of a set in ascending order. `count`: how many there are, where that is known. */
export function slotsIn(bits: SlotBits, count = countSlots(bits)): Uint32Array {
  const slots = new Uint32Array(count);
  let filled = 0;
  for (let at = 0; at < bits.length; at++)
    for (let word = bits[at]!; word !== 0; word &= word - 1)
      slots[filled++] = (at << 5) + 31 - Math.clz32(word & -word);
  return slots;
}
