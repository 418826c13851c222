import { countEach, wordsPerWord } from "./having";
import type { SetName } from "./incident-facts";
import type { IncidentIndex } from "./incident-index";
import type { SetColumn } from "./set-column";
import { countSlots, inBoth, type SlotBits, without } from "./slot-bits";
import { slotsRetracted } from "./sum-over";

/** How many of the slots have each value of a set. */
export function countPerValue(index: IncidentIndex, name: SetName, slots: SlotBits): Uint32Array {
  const column = index.sets[name];
  const { having, perValue, codes } = column;
  const counts = new Uint32Array(codes.length);
  const count = countSlots(slots);
  if (count * 2 <= index.order.length) {
    addPerValue(column, slots, count, counts, 1);
    return counts;
  }
  if (perValue === null) {
    for (let value = 0; value < having.length; value++) counts[value] = having[value]!.count;
    const others = without(index.taken, slots);
    addPerValue(column, others, countSlots(others), counts, -1);
    return counts;
  }
  counts.set(perValue.subarray(0, counts.length));
  const retracted = slotsRetracted(index);
  addBySlots(column, without(without(index.taken, retracted), slots), counts, -1);
  addBySlots(column, inBoth(slots, retracted), counts, 1);
  return counts;
}

/** What is kept as `perValue` of a set, found anew. */
export function countStanding(index: IncidentIndex, name: SetName): Uint32Array {
  const column = index.sets[name];
  const counts = Uint32Array.from(column.having, ({ count }) => count);
  addBySlots(column, slotsRetracted(index), counts, -1);
  return counts;
}

function addPerValue(
  column: SetColumn,
  slots: SlotBits,
  count: number,
  counts: Uint32Array,
  sign: 1 | -1,
): void {
  const { having, perValue } = column;
  const isQuicker = count * WORDS_PER_SLOT <= wordsPerWord(having, slots) * slots.length;
  if (perValue || isQuicker) addBySlots(column, slots, counts, sign);
  else
    for (const [value, found] of countEach(having, slots).entries()) counts[value]! += sign * found;
}

/** To go through the values of a slot takes as long as through so many words. */
const WORDS_PER_SLOT = 4;

function addBySlots(
  { of, starts, values }: SetColumn,
  slots: SlotBits,
  counts: Uint32Array,
  sign: 1 | -1,
): void {
  for (let word = 0; word < slots.length; word++)
    for (let rest = slots[word]!; rest !== 0; rest &= rest - 1) {
      const set = of[(word << 5) + 31 - Math.clz32(rest & -rest)]!;
      const end = starts[set + 1]!;
      for (let at = starts[set]!; at < end; at++) counts[values[at]!]! += sign;
    }
}
