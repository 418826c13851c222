import { addHaving } from "./having";
import type { SetColumn } from "./set-column";
import {
  addSlot,
  allWords,
  countBoth,
  countSlots,
  hasSlot,
  inBoth,
  noSlots,
  type SlotBits,
  type Words,
  without,
} from "./slot-bits";

/**
 * Adds what the slots of some words have to sums; `sign` -1 takes it off. Whole numbers only, so that nothing is lost.
 * It may be called again after the index changed, and must keep no column of it.
 */
export type Adding = (sums: Float64Array, slots: SlotBits, sign: 1 | -1, words: Words) => void;

/** What was summed over all incidents, and how: block by block of so many words, each once it was asked for. */
export type KeptSums = {
  length: number;
  words: number;
  blocks: (Float64Array | undefined)[];
  add: Adding;
  /** Whether a slot is of the base that the sums are of; see `sumOver`. */
  isOf?: (slot: number) => boolean;
  /** Whether what is retracted is left out. */
  isStanding: boolean;
};

type Summed = {
  taken: SlotBits;
  sums: Map<string, KeptSums>;
  blockWords: number;
  turn: Turn | null;
  sets: { review: Pick<SetColumn, "byCode" | "having"> };
};

/** `begins`: called before a part is summed; `isOver`: asked after it, whether others are to have their turn now. */
export type Turn = { begins(): void; isOver(): boolean };

/**
 * Others are to have their turn before more is summed. What was summed so far is kept: whoever asks the same again goes
 * on from there.
 */
export class TurnOver extends Error {}

/**
 * Sums over some slots, at places from 0. Of a block of which more than half is asked for, the others are taken off the
 * sums of all of it, which are kept under `name` and follow every change, while there are as many places. Slots are in
 * the order of dates, so that of most blocks a stretch of time asks for all or nothing. What is retracted, which is
 * hardly ever asked for, is kept apart. Few slots are gone through one by one, and nothing is kept of them.
 * `add`: that of whoever asked for the name first is kept; what it found for itself then serves all.
 * `base`: the slots that add anything at all, where these are known to be fewer than all; `isOf` tells whether one is,
 * where `add` would add something of others too.
 * Throws `TurnOver` after it summed a block where the turn of the index is over.
 */
export function sumOver(
  index: Summed,
  slots: SlotBits,
  {
    name,
    length,
    add,
    base = index.taken,
    isOf,
  }: Pick<KeptSums, "length" | "add" | "isOf"> & { name: string; base?: SlotBits },
): Float64Array {
  const sums = new Float64Array(length);
  const some = base === index.taken ? slots : inBoth(slots, base);
  // So few are gone through sooner than all blocks are looked at.
  if (countSlots(some) * FEW <= countSlots(base)) {
    add(sums, some, 1, allWords(some));
    return sums;
  }
  const retracted = slotsRetracted(index);
  const isStanding = countBoth(some, retracted) === 0;
  const whole = isStanding ? without(base, retracted) : base;
  const kept = keptSums(index, name, { length, past: some.length, add, isOf, isStanding });
  let others: SlotBits | null = null;
  for (let block = 0, from = 0; from < some.length; block++, from += kept.words) {
    const words = { from, to: Math.min(from + kept.words, some.length) };
    const asked = countSlots(some, words);
    if (asked === 0) continue;
    const all = countSlots(whole, words);
    if (asked * 2 <= all) {
      kept.add(sums, some, 1, words);
      continue;
    }
    let ofBlock = kept.blocks[block];
    if (!ofBlock) {
      index.turn?.begins();
      ofBlock = new Float64Array(length);
      kept.add(ofBlock, whole, 1, words);
      kept.blocks[block] = ofBlock;
      if (index.turn?.isOver()) throw new TurnOver();
    }
    for (let at = 0; at < length; at++) sums[at]! += ofBlock[at]!;
    if (asked === all) continue;
    others ??= without(whole, some);
    kept.add(sums, others, -1, words);
  }
  return sums;
}

const FEW = 64;

/** Takes what the slots have off all sums that are kept, or adds it. */
export function changeSums(index: Summed, slots: readonly number[], sign: 1 | -1): void {
  if (index.sums.size === 0 || slots.length === 0) return;
  const setOf = (some: readonly number[]) => {
    const set = noSlots(index.taken.length << 5);
    for (const slot of some) addSlot(set, slot);
    return set;
  };
  const retracted = slotsRetracted(index);
  const all = setOf(slots);
  const standing = without(all, retracted);
  for (const { words, blocks, add, isOf, isStanding } of index.sums.values()) {
    const isLeftOut = (slot: number) => isStanding && hasSlot(retracted, slot);
    const some = isOf
      ? setOf(slots.filter((slot) => isOf(slot) && !isLeftOut(slot)))
      : isStanding
        ? standing
        : all;
    for (const block of new Set(slots.map((slot) => Math.floor((slot >>> 5) / words)))) {
      const ofBlock = blocks[block];
      const from = block * words;
      if (ofBlock) add(ofBlock, some, sign, { from, to: Math.min(from + words, some.length) });
    }
  }
}

/** How many numbers are kept under a name, about, and how many names; those that were asked for last. */
const MOST_NUMBERS = 250_000;
const MOST_NAMES = 50;

/** What was taken back, which is hardly ever asked for. */
export function slotsRetracted({
  taken,
  sets: { review },
}: Pick<Summed, "taken" | "sets">): SlotBits {
  const having = review.having[review.byCode.get("retracted") ?? -1];
  if (having?.bits) return having.bits;
  const found = noSlots(taken.length << 5);
  addHaving(found, having);
  return found;
}

function keptSums(
  { sums, blockWords }: Summed,
  of: string,
  { past, ...how }: Omit<KeptSums, "words" | "blocks"> & { past: number },
): KeptSums {
  const { length, isStanding } = how;
  const name = isStanding ? of : `${of} with what is retracted`;
  let kept = sums.get(name);
  if (kept?.length !== length) {
    let words = blockWords;
    while (words < past && Math.ceil(past / words) * length > MOST_NUMBERS) words *= 2;
    kept = { ...how, words, blocks: [] };
  }
  sums.delete(name);
  sums.set(name, kept);
  if (sums.size > MOST_NAMES) sums.delete(sums.keys().next().value!);
  return kept;
}
