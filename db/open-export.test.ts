import fc from "fast-check";
import { expect, it } from "vitest";
import { nextSize } from "./open-export";

it("reads fewer at once where they take long, and more again as soon as they do not", () => {
  expect(nextSize(100, 40, 100)).toBe(50);
  expect(nextSize(50, 12, 100)).toBe(50);
  expect(nextSize(50, 6, 100)).toBe(100);
  expect(nextSize(100, 1, 100)).toBe(100);
});

it("keeps between twenty, or all that are wanted, and as many as are wanted", () => {
  const took = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), fc.array(took), (most, times) => {
      let size = most;
      for (const ms of times) {
        size = nextSize(size, ms, most);
        expect(size).toBeLessThanOrEqual(most);
        expect(size).toBeGreaterThanOrEqual(Math.min(most, 20));
      }
    }),
  );
});
