import { expect, it } from "vitest";
import { sampleOf, timingOf } from "./timing";

it("the median is the middle sample and the percentiles are the nearest ranks, in whatever order", () => {
  const samples = Array.from({ length: 100 }, (_, n) => ({ value: 100 - n }));
  expect(timingOf(samples)).toEqual({
    runs: 100,
    median: 50,
    p95: 95,
    p99: 99,
    rows: null,
    processor: null,
  });
  expect(timingOf([{ value: 7, rows: 3, processor: 5 }])).toEqual({
    runs: 1,
    median: 7,
    p95: 7,
    p99: 7,
    rows: 3,
    processor: 5,
  });
});

it("a number that work returns is how many rows it gave", async () => {
  expect((await sampleOf(() => 12)).rows).toBe(12);
  expect((await sampleOf(() => "12")).rows).toBeUndefined();
});
