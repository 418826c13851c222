import { withRoom } from "./columns";
import { countBits } from "./count-bits";
import {
  addSlot,
  allWords,
  bitsOf,
  countBoth,
  countSlots,
  noSlots,
  removeSlot,
  type SlotBits,
  slotsIn,
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

/** How many values there are, how many slots, all of them taken, and for how many there are bits. */
type Extent = { count: number; slots: number; room: number };

/** By value, the slots whose set has it: set `s` has the values from `starts[s]` to before `starts[s + 1]`, each once. */
export function findHavingSets(
  { of, starts, values }: { of: Uint32Array; starts: Uint32Array; values: Uint32Array },
  { count, slots, room }: Extent,
): Having[] {
  const perSet = new Uint32Array(starts.length);
  for (let slot = 0; slot < slots; slot++) perSet[of[slot]!]!++;
  const perValue = new Uint32Array(count);
  for (let set = 0; set + 1 < starts.length; set++) {
    const has = perSet[set]!;
    if (has === 0) continue;
    const end = starts[set + 1]!;
    for (let at = starts[set]!; at < end; at++) perValue[values[at]!]! += has;
  }
  const { having, bits, lists, bitsFrom, next } = roomFor(perValue, room);
  for (let slot = 0; slot < slots; slot++) {
    const word = slot >>> 5;
    const bit = 1 << (slot & 31);
    const end = starts[of[slot]! + 1]!;
    for (let at = starts[of[slot]!]!; at < end; at++) {
      const value = values[at]!;
      const from = bitsFrom[value]!;
      if (from >= 0) bits[from + word]! |= bit;
      else lists[next[value]!++] = slot;
    }
  }
  return having;
}

/**
 * By value, the slots that have a part with it: the parts of a slot are as many as `counts` says from `from` on, and
 * what is kept of each in `values` stands for what `as` says; the same may come twice.
 */
export function findHavingParts(
  {
    values,
    as,
    from,
    counts,
  }: { values: Uint32Array; as: Uint32Array; from: Uint32Array; counts: Uint16Array },
  { count, slots, room }: Extent,
): Having[] {
  const perValue = new Uint32Array(count);
  // The slot, plus one, that was put last among those of a value.
  const last = new Uint32Array(count);
  for (let slot = 0; slot < slots; slot++) {
    const end = from[slot]! + counts[slot]!;
    for (let at = from[slot]!; at < end; at++) {
      const value = as[values[at]!]!;
      if (last[value] === slot + 1) continue;
      last[value] = slot + 1;
      perValue[value]!++;
    }
  }
  const { having, bits, lists, bitsFrom, next } = roomFor(perValue, room);
  last.fill(0);
  for (let slot = 0; slot < slots; slot++) {
    const end = from[slot]! + counts[slot]!;
    for (let at = from[slot]!; at < end; at++) {
      const value = as[values[at]!]!;
      if (last[value] === slot + 1) continue;
      last[value] = slot + 1;
      const start = bitsFrom[value]!;
      if (start >= 0) bits[start + (slot >>> 5)]! |= 1 << (slot & 31);
      else lists[next[value]!++] = slot;
    }
  }
  return having;
}

/** The slots that have one of the values of each group: `groupOf` says by value which it is in. */
export function groupHaving(
  having: readonly Having[],
  groupOf: (value: number) => number,
  { count, room }: Pick<Extent, "count" | "room">,
): Having[] {
  const groups: Having[][] = Array.from({ length: count }, () => []);
  for (const [value, one] of having.entries()) groups[groupOf(value)]!.push(one);
  return groups.map((some): Having => {
    const bits = noSlots(room);
    for (const one of some) addHaving(bits, one);
    const found = countSlots(bits);
    return isMany(found, room)
      ? { bits, list: NO_LIST, count: found }
      : { bits: null, list: slotsIn(bits, found), count: found };
  });
}

/** Bits are counted a hundred times as quickly as the slots of a list; of fewer slots they take four times the memory. */
function isMany(count: number, room: number): boolean {
  return count > room / 128;
}

/**
 * Sets with room for so many slots as each value has. The bits of all are in one array, and so are the lists: where
 * those of a value begin is `bitsFrom`, below 0 where it has none, and its place in the lists `next`.
 */
function roomFor(perValue: Uint32Array, room: number) {
  const words = noSlots(room).length;
  let [manyValues, listed] = [0, 0];
  for (const count of perValue) if (isMany(count, room)) manyValues++;
  const bitsFrom = new Int32Array(perValue.length);
  const next = new Uint32Array(perValue.length);
  const bits = new Int32Array(manyValues * words);
  let filled = 0;
  for (let value = 0; value < perValue.length; value++) {
    const count = perValue[value]!;
    bitsFrom[value] = isMany(count, room) ? filled : -1;
    next[value] = listed;
    if (isMany(count, room)) filled += words;
    else listed += count;
  }
  const lists = new Uint32Array(listed);
  const having = Array.from(perValue, (count, value): Having => {
    const start = bitsFrom[value]!;
    const from = next[value]!;
    return start >= 0
      ? { bits: bits.subarray(start, start + words), list: NO_LIST, count }
      : { bits: null, list: count === 0 ? NO_LIST : lists.subarray(from, from + count), count };
  });
  return { having, bits, lists, bitsFrom, next };
}

const NO_LIST = new Uint32Array(0);

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

/** The same to count those that have any of them. */
export function wordsPerWordOfAny(some: readonly Having[], slots: SlotBits): number {
  if (some.length <= 1) return wordsPerWord(some, slots);
  let words = 0;
  for (const { bits, count } of some) words += bits ? 1 : count / slots.length;
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
