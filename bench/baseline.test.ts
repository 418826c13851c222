import { expect, it } from "vitest";
import { changeSince } from "./baseline";

it("a change is told by the ratio to the engine, so that a slower machine changes nothing", () => {
  const before = { median: 10, p95: 12, ratio: 2 };
  expect(changeSince(before, { median: 30, p95: 40, ratio: 2 })).toBe(1);
  expect(changeSince(before, { median: 10, p95: 12, ratio: 3 })).toBe(1.5);
  expect(changeSince(before, { median: 30, p95: 40, ratio: null })).toBe(3);
});
