import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, it } from "vitest";
import { addSlot, inBoth, noSlots, removeSlot, type SlotBits, slotsIn, without } from "./slot-bits";
import { type Adding, changeSums, sumOver, TurnOver } from "./sum-over";

const SLOTS = 40_000;
/** What each slot has, and where it counts; those that have nothing are not in `base`. */
type Ledger = Parameters<typeof sumOver>[0] & { amounts: Int32Array };

function ledgerOf(seed: number): Ledger {
  const [taken, retracted] = [noSlots(SLOTS), noSlots(SLOTS)];
  const amounts = new Int32Array(SLOTS);
  let state = seed;
  for (let slot = 0; slot < SLOTS; slot++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    if (state % 7 > 0) addSlot(taken, slot);
    if (state % 23 === 0 && state % 7 > 0) addSlot(retracted, slot);
    amounts[slot] = state % 5 === 0 ? 0 : (state >>> 8) % 9;
  }
  const having = [{ bits: retracted, list: new Uint32Array(0), count: 0 }];
  const review = { byCode: new Map([["retracted", 0]]), having };
  return { taken, sums: new Map(), blockWords: 512, turn: null, sets: { review }, amounts };
}

const adding =
  (ledger: Ledger): Adding =>
  (sums, slots, sign, { from, to }) => {
    for (let slot = from << 5; slot < to << 5; slot++)
      if ((slots[slot >>> 5]! >>> (slot & 31)) & 1)
        sums[slot % sums.length]! += sign * ledger.amounts[slot]!;
  };

function plainly({ amounts }: Ledger, slots: SlotBits, length: number): Float64Array {
  const sums = new Float64Array(length);
  for (const slot of slotsIn(slots)) sums[slot % length]! += amounts[slot]!;
  return sums;
}

/** Those between two slots, but for every n-th, as a stretch of time asks for them. */
function stretch(taken: SlotBits, [from, to, every]: readonly number[]): SlotBits {
  const some = noSlots(SLOTS);
  for (let slot = from!; slot < to!; slot++) if (slot % every! !== 0) addSlot(some, slot);
  return inBoth(some, taken);
}

const place = fc.integer({ min: 0, max: SLOTS });
const stretches = fc.array(fc.tuple(place, place, fc.integer({ min: 1, max: 500 })), {
  minLength: 1,
  maxLength: 5,
});
const changes = fc.array(fc.tuple(fc.integer({ min: 0, max: SLOTS - 1 }), fc.nat(20)), {
  maxLength: 30,
});

it("sums what was asked for as if nothing were kept, also after changes", () => {
  fc.assert(
    fc.property(
      fc.nat(1_000),
      // So many places that blocks have the least words, and more.
      fc.constantFrom(3, 100_000),
      stretches,
      changes,
      (seed, length, asked, changed) => {
        const ledger = ledgerOf(seed);
        const { taken, amounts } = ledger;
        const retracted = ledger.sets.review.having[0]!;
        const add = adding(ledger);
        const isOf = (slot: number) => amounts[slot]! > 4;
        const answers = () => {
          const base = noSlots(SLOTS);
          for (const slot of slotsIn(taken)) if (amounts[slot] !== 0) addSlot(base, slot);
          for (const one of asked) {
            const some = stretch(taken, one);
            const standing = without(some, retracted.bits!);
            for (const [slots, whole] of [
              [some, taken],
              [standing, base],
            ] as const) {
              const sums = sumOver(ledger, slots, { name: "a", length, add, base: whole });
              expect(isDeepStrictEqual(sums, plainly(ledger, slots, length))).toBe(true);
            }
            const many = noSlots(SLOTS);
            for (const slot of slotsIn(taken)) if (isOf(slot)) addSlot(many, slot);
            for (const slots of [inBoth(some, many), inBoth(standing, many)]) {
              const sums = sumOver(ledger, slots, { name: "many", length, add, base: many, isOf });
              expect(isDeepStrictEqual(sums, plainly(ledger, slots, length))).toBe(true);
            }
          }
        };
        answers();
        const slots = [...new Set(changed.map(([slot]) => slot))].filter(
          (slot) => (taken[slot >>> 5]! >>> (slot & 31)) & 1,
        );
        changeSums(ledger, slots, -1);
        for (const [slot, amount] of changed) {
          amounts[slot] = amount;
          if (!((taken[slot >>> 5]! >>> (slot & 31)) & 1)) continue;
          if (amount % 2 === 0) addSlot(retracted.bits!, slot);
          else removeSlot(retracted.bits!, slot);
        }
        changeSums(ledger, slots, 1);
        answers();
      },
    ),
    { numRuns: 20 },
  );
});

it("goes on from where a turn ended, and sums the same, also where something changes between turns", () => {
  fc.assert(
    fc.property(
      fc.nat(1_000),
      fc.constantFrom(3, 100_000),
      fc.array(fc.tuple(fc.boolean(), fc.nat(SLOTS - 1)), { maxLength: 20 }),
      (seed, length, turns) => {
        const ledger = ledgerOf(seed);
        const { taken, amounts } = ledger;
        const add = adding(ledger);
        let turn = 0;
        ledger.turn = { begins: () => undefined, isOver: () => turns[turn]?.[0] ?? false };
        for (let tries = 0; ; tries++) {
          try {
            const sums = sumOver(ledger, taken, { name: "a", length, add });
            expect(isDeepStrictEqual(sums, plainly(ledger, taken, length))).toBe(true);
            // A turn ends after a block was summed, of which there are only so many.
            expect(tries).toBeLessThanOrEqual(taken.length / ledger.blockWords + 1);
            break;
          } catch (error) {
            if (!(error instanceof TurnOver)) throw error;
            const slot = turns[turn++]![1];
            if (!((taken[slot >>> 5]! >>> (slot & 31)) & 1)) continue;
            changeSums(ledger, [slot], -1);
            amounts[slot] = (amounts[slot]! + 3) % 10;
            changeSums(ledger, [slot], 1);
          }
        }
      },
    ),
    { numRuns: 50 },
  );
});

it("keeps no more names than it should, those that were asked for last", () => {
  const ledger = ledgerOf(1);
  const add = adding(ledger);
  const ask = (name: string) => sumOver(ledger, ledger.taken, { name, length: 1, add });
  ask("first");
  for (let n = 0; n < 200; n++) {
    ask(`other ${n}`);
    ask("first");
  }
  const names = [...ledger.sums.keys()];
  expect(names.length).toBeLessThan(100);
  expect(names.some((name) => name.startsWith("first"))).toBe(true);
  expect(names.some((name) => name.startsWith("other 0"))).toBe(false);
});
