import { describe, expect, it } from "vitest";
import { chanceOf } from "./chance";

describe("chance", () => {
  it("is the same for the same seed, stream and index, and another for any other", () => {
    const first = (seed: number, stream: number, index: number) =>
      chanceOf(seed, stream, index).hex(8);
    expect(first(1, 2, 3)).toBe(first(1, 2, 3));
    const others = [first(1, 2, 3), first(2, 2, 3), first(1, 3, 3), first(1, 2, 4), first(3, 2, 1)];
    expect(new Set(others).size).toBe(5);
    expect(first(1, 2, 3)).toMatch(/^[0-9a-f]{16}$/);
  });

  it("gives every number of a range, both ends included, about equally often", () => {
    const chance = chanceOf(1, 0, 0);
    const counts = [0, 0, 0, 0];
    for (let n = 0; n < 4000; n++) counts[chance.between(5, 8) - 5]!++;
    for (const count of counts) {
      expect(count).toBeGreaterThan(850);
      expect(count).toBeLessThan(1150);
    }
  });

  it("chooses by weight, and never what weighs nothing", () => {
    const chance = chanceOf(1, 0, 1);
    const counts = { often: 0, seldom: 0, never: 0 };
    for (let n = 0; n < 4000; n++)
      counts[
        chance.weighted([
          ["never", 0],
          ["often", 9],
          ["seldom", 1],
        ] as const)
      ]++;
    expect(counts.never).toBe(0);
    expect(counts.seldom).toBeGreaterThan(300);
    expect(counts.seldom).toBeLessThan(500);
  });
});
