import { countEach, wordsPerWord } from "./having";
import type { SetName } from "./incident-facts";
import type { IncidentIndex } from "./incident-index";
import type { SetColumn } from "./set-column";
import { countSlots, inBoth, type SlotBits, slotsIn, without } from "./slot-bits";
import { slotsRetracted } from "./sum-over";

/** How many of the slots have each value of a set. */
export function countPerValue(index: IncidentIndex, name: SetName, slots: SlotBits): Uint32Array {
  const column = index.sets[name];
  const counts = new Uint32Array(column.codes.length);
  if (countSlots(slots) * 2 <= index.order.length) {
    addPerValue(column, slots, counts, 1);
    return counts;
  }
  counts.set(column.perValue.subarray(0, counts.length));
  const retracted = slotsRetracted(index);
  addPerValue(column, without(without(index.taken, retracted), slots), counts, -1);
  addPerValue(column, inBoth(slots, retracted), counts, 1);
  return counts;
}

/** What is kept as `perValue` of a set, found anew. */
export function countStanding(index: IncidentIndex, name: SetName): Uint32Array {
  const column = index.sets[name];
  const counts = Uint32Array.from(column.having, ({ count }) => count);
  addPerValue(column, slotsRetracted(index), counts, -1);
  return counts;
}

function addPerValue(column: SetColumn, slots: SlotBits, counts: Uint32Array, sign: 1 | -1): void {
  const { having, sets } = column;
  const count = countSlots(slots);
  if (count === 0) return;
  // Where no two share a set, values are too many to go through.
  const isBySlots = () => count * WORDS_PER_SLOT <= wordsPerWord(having, slots) * slots.length;
  if (sets === null || isBySlots()) addBySlots(column, slots, counts, sign);
  else
    for (const [value, found] of countEach(having, slots).entries()) counts[value]! += sign * found;
}

/** To go through the values of a slot, which is anywhere in memory, takes as long as through so many words. */
const WORDS_PER_SLOT = 32;

function addBySlots(
  { of, starts, values }: SetColumn,
  slots: SlotBits,
  counts: Uint32Array,
  sign: 1 | -1,
): void {
  // What is far apart in memory is asked for in a row, before anything depends on it, which takes a third of the time.
  const some = slotsIn(slots);
  const ends = new Uint32Array(some.length);
  for (let at = 0; at < some.length; at++) some[at] = of[some[at]!]!;
  for (let at = 0; at < some.length; at++) ends[at] = starts[some[at]! + 1]!;
  for (let at = 0; at < some.length; at++) some[at] = starts[some[at]!]!;
  for (let n = 0; n < some.length; n++)
    for (let at = some[n]!; at < ends[n]!; at++) counts[values[at]!]! += sign;
}
