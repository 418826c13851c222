import type { IncidentIndex } from "./incident-index";
import { countSlots, type SlotBits, without } from "./slot-bits";

/** Adds what the slots have to sums; `sign` -1 takes it off. Whole numbers only, so that nothing is lost. */
export type Adding = (sums: Float64Array, slots: SlotBits, sign: 1 | -1) => void;

/**
 * Sums over some slots, at places from 0. Of more than half of all incidents the others are taken off the sums of all,
 * which are kept under `name` until the index changes.
 */
export function sumOver(
  index: IncidentIndex,
  some: SlotBits,
  { name, length, add }: { name: string; length: number; add: Adding },
): Float64Array {
  if (countSlots(some) * 2 <= index.order.length) {
    const sums = new Float64Array(length);
    add(sums, some, 1);
    return sums;
  }
  let all = index.sums.get(name);
  if (!all) {
    all = new Float64Array(length);
    add(all, index.taken, 1);
    index.sums.set(name, all);
  }
  const sums = all.slice();
  add(sums, without(index.taken, some), -1);
  return sums;
}
