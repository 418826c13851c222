import { countEach, wordsPerWord } from "./having";
import type { SetName } from "./incident-facts";
import type { IncidentIndex } from "./incident-index";
import type { SetColumn } from "./set-column";
import { countSlots, inBoth, type SlotBits, slotsIn, without } from "./slot-bits";
import { slotsRetracted } from "./sum-over";

/** How many of the slots have each value of a set. */
export function countPerValue(index: IncidentIndex, name: SetName, slots: SlotBits): Uint32Array {
  const column = index.sets[name];
  const { isOfAll, parts } = partsOf(index, slots);
  const counts = new Uint32Array(column.codes.length);
  if (isOfAll) counts.set(column.perValue.subarray(0, counts.length));
  for (const { some, sign } of parts) addPerValue(column, some, counts, sign);
  return counts;
}

/** What is to be counted for some slots: these, or what is to be taken off all that are not retracted, and added. */
type Parts = { isOfAll: boolean; parts: readonly { some: SlotBits; sign: 1 | -1 }[] };

function partsOf(index: IncidentIndex, slots: SlotBits): Parts {
  const known = PARTS.get(slots);
  if (known) return known;
  const isOfAll = countSlots(slots) * 2 > index.order.length;
  const retracted = slotsRetracted(index);
  const parts = isOfAll
    ? ([
        { some: without(without(index.taken, retracted), slots), sign: -1 },
        { some: inBoth(slots, retracted), sign: 1 },
      ] as const)
    : ([{ some: slots, sign: 1 }] as const);
  const found = { isOfAll, parts: parts.filter(({ some }) => countSlots(some) > 0) };
  // Those that are taken change with the index.
  if (slots !== index.taken) PARTS.set(slots, found);
  return found;
}

/** Every facet of a filter asks for the same. */
const PARTS = new WeakMap<SlotBits, Parts>();

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
