import { countHaving, wordsPerWord } from "./having";
import type { SetName } from "./incident-facts";
import type { IncidentIndex } from "./incident-index";
import type { SetColumn } from "./set-column";
import { allWords, countSlots, type SlotBits, type Words, without } from "./slot-bits";
import { sumOver } from "./sum-over";

/** How many of the slots have each value of a set. */
export function countPerValue(index: IncidentIndex, name: SetName, slots: SlotBits): Uint32Array {
  const { perValue, codes } = index.sets[name];
  if (perValue !== null) return countOfMany(index, name, slots);
  const sums = sumOver(index, slots, {
    name: `values of ${name}`,
    length: codes.length,
    add(sums, some, sign, words) {
      const { having } = index.sets[name];
      const work = wordsPerWord(having, some) * (words.to - words.from);
      if (countSlots(some, words) * WORDS_PER_SLOT <= work)
        addPerValue(index.sets[name], some, { sums, sign, words });
      else
        for (let value = 0; value < having.length; value++)
          sums[value]! += sign * countHaving(having[value]!, some, words);
    },
  });
  return Uint32Array.from(sums);
}

/** To go through the values of a slot takes as long as through so many words. */
const WORDS_PER_SLOT = 4;

/** Values that are too many to be summed block by block: it is quickest to go through the slots, or through all others. */
function countOfMany(index: IncidentIndex, name: SetName, slots: SlotBits): Uint32Array {
  const { taken, order, sets } = index;
  const { perValue, codes } = sets[name];
  const sums = new Uint32Array(codes.length);
  const words = allWords(slots);
  if (countSlots(slots) * 2 <= order.length)
    addPerValue(sets[name], slots, { sums, sign: 1, words });
  else {
    sums.set(perValue!.subarray(0, sums.length));
    addPerValue(sets[name], without(taken, slots), { sums, sign: -1, words });
  }
  return sums;
}

function addPerValue(
  { of, starts, values }: SetColumn,
  slots: SlotBits,
  { sums, sign, words }: { sums: Uint32Array | Float64Array; sign: 1 | -1; words: Words },
): void {
  for (let word = words.from; word < words.to; word++)
    for (let rest = slots[word]!; rest !== 0; rest &= rest - 1) {
      const set = of[(word << 5) + 31 - Math.clz32(rest & -rest)]!;
      const end = starts[set + 1]!;
      for (let at = starts[set]!; at < end; at++) sums[values[at]!]! += sign;
    }
}
