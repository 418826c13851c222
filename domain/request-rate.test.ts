import { expect, it } from "vitest";
import { type Allowance, takeFrom, takeOne } from "./request-rate";

const rule = { burst: 3, perSecond: 0.5 };

/** Asks at each of the moments, in milliseconds, and says how long each has to wait. */
function waits(...moments: number[]): number[] {
  let allowance: Allowance | null = null;
  return moments.map((now) => {
    const taken = takeOne(rule, allowance, now);
    allowance = taken.allowance;
    return taken.waitMs;
  });
}

it("a burst is granted, and what comes after it waits", () => {
  expect(waits(0, 0, 0, 0)).toEqual([0, 0, 0, 2000]);
});

it("waiting as long as was said is enough, and asking meanwhile costs nothing", () => {
  expect(waits(0, 0, 0, 1000, 1500, 2000, 2000)).toEqual([0, 0, 0, 1000, 500, 0, 2000]);
});

it("after a rest the whole burst is there again, and no more", () => {
  expect(waits(0, 0, 0, 3_600_000, 3_600_000, 3_600_000, 3_600_000)).toEqual([
    0, 0, 0, 0, 0, 0, 2000,
  ]);
});

it("a clock that is set back takes nothing away", () => {
  expect(waits(10_000, 0, 0, 0)).toEqual([0, 0, 0, 2000]);
});

it("each has an allowance of their own, and ten thousand are remembered", () => {
  const rates = new Map<string, Allowance>();
  for (let n = 0; n < 3; n++) expect(takeFrom(rates, rule, "hasty", 0)).toBe(0);
  expect(takeFrom(rates, rule, "hasty", 0)).toBe(2000);
  expect(takeFrom(rates, rule, "other", 0)).toBe(0);
  for (let n = 0; n < 9_999; n++) takeFrom(rates, rule, `passer-by ${n}`, 0);
  expect(rates.size).toBe(10_000);
  expect(rates.has("hasty")).toBe(false);
  expect(rates.has("other")).toBe(true);
});
