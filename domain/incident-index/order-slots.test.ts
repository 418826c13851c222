import fc from "fast-check";
import { expect, it } from "vitest";
import { NONE } from "./columns";
import { compareSlots, orderSlots } from "./order-slots";

const one = fc.record({
  day: fc.oneof(fc.constant(NONE), fc.integer({ min: -3, max: 3 })),
  // Many that differ in their last digits alone, or in nothing.
  tie: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 5 })).map(([a, b]) => a * 2 ** 46 + b),
});

it("puts the newest first, the undated last, and of one day the higher id", () => {
  fc.assert(
    fc.property(fc.array(one, { maxLength: 60 }), (all) => {
      const index = {
        numbers: { sortDay: Int32Array.from(all, ({ day }) => day) },
        tie: Float64Array.from(all, ({ tie }) => tie),
        numberOf: Uint32Array.from(all, (_, at) => at + 1),
      };
      const slots = Uint32Array.from(all.keys());
      const plainly = [...slots].sort((a, b) => compareSlots(index, a, b));
      expect([...orderSlots(index, slots)]).toEqual(plainly);
    }),
    { numRuns: 300 },
  );
});
