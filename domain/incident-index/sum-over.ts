import { countSlots, type SlotBits, without } from "./slot-bits";

/**
 * Adds what the slots have to sums; `sign` -1 takes it off. Whole numbers only, so that nothing is lost. It may be
 * called again after the index changed, and must keep no column of it.
 */
export type Adding = (sums: Float64Array, slots: SlotBits, sign: 1 | -1) => void;

/** What was summed over all incidents, and how. */
export type KeptSums = { sums: Float64Array; add: Adding };

/**
 * Sums over some slots, at places from 0. Of more than half of all incidents the others are taken off the sums of all,
 * which are kept under `name` and follow every change, while there are as many places.
 */
export function sumOver(
  index: { taken: SlotBits; order: Uint32Array; sums: Map<string, KeptSums> },
  some: SlotBits,
  { name, length, add }: { name: string; length: number; add: Adding },
): Float64Array {
  if (countSlots(some) * 2 <= index.order.length) {
    const sums = new Float64Array(length);
    add(sums, some, 1);
    return sums;
  }
  let all = index.sums.get(name);
  if (all?.sums.length !== length) {
    all = { sums: new Float64Array(length), add };
    add(all.sums, index.taken, 1);
    index.sums.set(name, all);
  }
  const sums = all.sums.slice();
  add(sums, without(index.taken, some), -1);
  return sums;
}
