import { expect, it } from "vitest";
import { type Allowance, takeOne } from "./request-rate";

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
