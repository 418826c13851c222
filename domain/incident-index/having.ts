import { withRoom } from "./columns";
import { countBits } from "./count-bits";
import {
  addSlot,
  allWords,
  bitsOf,
  countBoth,
  noSlots,
  removeSlot,
  type SlotBits,
} from "./slot-bits";

/** The slots that have a value: as bits where they are many, else one after the other, ascending. */
export type Having = { bits: SlotBits | null; list: Uint32Array; count: number };

/**
 * The values of a slot, one after the other in `values` from `from` to before `end`; the same may come twice. `as`: what
 * they stand for, where they are not the values themselves.
 */
export type ValuesOf = {
  values: Uint32Array;
  as?: Uint32Array;
  from: (slot: number) => number;
  end: (slot: number) => number;
};

/** By value, the slots that have it. `count`: how many values there are; `room`: for how many slots there are bits. */
export function findHaving(
  taken: Uint32Array,
  { values, as, from, end }: ValuesOf,
  { count, room }: { count: number; room: number },
): Having[] {
  const perValue = new Uint32Array(count);
  // The slot, plus one, that was put last among those of a value.
  const last = new Uint32Array(count);
  for (const slot of taken) {
    const past = end(slot);
    for (let at = from(slot); at < past; at++) {
      const value = as ? as[values[at]!]! : values[at]!;
      if (last[value] === slot + 1) continue;
      last[value] = slot + 1;
      perValue[value]!++;
    }
  }
  const having = Array.from(perValue, (n): Having => {
    // So many bits take as long to go through as the list does.
    const isMany = n > room / 32;
    return { bits: isMany ? noSlots(room) : null, list: new Uint32Array(isMany ? 0 : n), count: 0 };
  });
  last.fill(0);
  for (const slot of taken) {
    const past = end(slot);
    for (let at = from(slot); at < past; at++) {
      const value = as ? as[values[at]!]! : values[at]!;
      if (last[value] === slot + 1) continue;
      last[value] = slot + 1;
      const one = having[value]!;
      if (one.bits) addSlot(one.bits, slot);
      else one.list[one.count] = slot;
      one.count++;
    }
  }
  return having;
}

/** Takes a slot out of those that have its values, or puts it in. */
export function changeHaving(
  having: Having[],
  slot: number,
  { values, as, from, end }: ValuesOf,
  isIn: boolean,
): void {
  const own = values.subarray(from(slot), end(slot));
  for (const value of new Set(as ? own.map((of) => as[of]!) : own)) {
    while (having.length <= value) having.push({ bits: null, list: new Uint32Array(0), count: 0 });
    const one = having[value]!;
    if (!one.bits) changeList(one, slot, isIn);
    else {
      one.count += isIn ? 1 : -1;
      if (isIn) addSlot(one.bits, slot);
      else removeSlot(one.bits, slot);
    }
  }
}

function changeList(having: Having, slot: number, isIn: boolean): void {
  const { count } = having;
  let at = 0;
  for (let end = count; at < end; ) {
    const middle = (at + end) >>> 1;
    if (having.list[middle]! < slot) at = middle + 1;
    else end = middle;
  }
  if (isIn) {
    having.list = withRoom(having.list, count + 1);
    having.list.copyWithin(at + 1, at, count);
    having.list[at] = slot;
    having.count++;
  } else {
    having.list.copyWithin(at, at + 1, count);
    having.count--;
  }
}

/** Makes bits for so many slots. */
export function makeRoom(having: readonly Having[], room: number): void {
  for (const one of having) if (one.bits) one.bits = withRoom(one.bits, noSlots(room).length);
}

/** Puts the slots that have a value into a set. */
export function addHaving(into: SlotBits, having: Having | undefined): void {
  if (!having) return;
  const { bits, list, count } = having;
  if (bits) for (let at = 0; at < bits.length; at++) into[at]! |= bits[at]!;
  else for (let at = 0; at < count; at++) addSlot(into, list[at]!);
}

/** How many words are gone through on the whole for each word of slots, to count those that have each of some values. */
export function wordsPerWord(some: readonly Having[], slots: SlotBits): number {
  let words = 0;
  for (const { bits, count } of some) words += bits ? WORD_OF_BITS : count / slots.length;
  return words;
}

/** Bits are counted many at once. */
const WORD_OF_BITS = 1 / 8;

/** How many of the slots have each of some values. */
export function countEach(some: readonly Having[], slots: SlotBits): Uint32Array {
  const counts = new Uint32Array(some.length);
  const many = some.flatMap(({ bits }, value) => (bits ? { bits, value } : []));
  const found = countBits(
    slots,
    many.map(({ bits }) => bits),
    allWords(slots),
  );
  for (const [at, { value }] of many.entries()) counts[value] = found[at]!;
  for (let value = 0; value < some.length; value++)
    if (!some[value]!.bits) counts[value] = countHaving(some[value]!, slots);
  return counts;
}

/** How many of the slots of some words have a value. */
export function countHaving(
  { bits, list, count }: Having,
  slots: SlotBits,
  words = allWords(slots),
): number {
  if (bits) return countBoth(bits, slots, words);
  let found = 0;
  const end = placeIn(list, count, words.to);
  for (let at = placeIn(list, count, words.from); at < end; at++) {
    const slot = list[at]!;
    found += (slots[slot >>> 5]! >>> (slot & 31)) & 1;
  }
  return found;
}

/** How many of the slots of some words have one of several values. `seen`: without bits, before and after. */
export function countHavingAny(
  some: readonly Having[],
  slots: SlotBits,
  seen: SlotBits,
  words = allWords(slots),
): number {
  if (some.length <= 1) return some[0] ? countHaving(some[0], slots, words) : 0;
  const { from, to } = words;
  let found = 0;
  for (const { bits, list, count } of some)
    if (bits)
      for (let word = from; word < to; word++) {
        const fresh = bits[word]! & slots[word]! & ~seen[word]!;
        if (fresh === 0) continue;
        found += bitsOf(fresh);
        seen[word]! |= fresh;
      }
    else {
      const end = placeIn(list, count, to);
      for (let at = placeIn(list, count, from); at < end; at++) {
        const word = list[at]! >>> 5;
        const fresh = slots[word]! & ~seen[word]! & (1 << (list[at]! & 31));
        if (fresh === 0) continue;
        found++;
        seen[word]! |= fresh;
      }
    }
  seen.fill(0, from, to);
  return found;
}

/** How many of the listed slots stand before a word. */
function placeIn(list: Uint32Array, count: number, word: number): number {
  if (word === 0) return 0;
  let from = 0;
  for (let to = count; from < to; ) {
    const middle = (from + to) >>> 1;
    if (list[middle]! >>> 5 < word) from = middle + 1;
    else to = middle;
  }
  return from;
}
