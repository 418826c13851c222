import fc from "fast-check";
import { expect, it } from "vitest";
import { classOf, mapClasses, shadeOfClass } from "./map-classes";

const written = (values: number[]) =>
  mapClasses(values)
    .map(({ from, to }) => (to === null ? `${from}+` : from === to ? `${from}` : `${from}–${to}`))
    .join(" ");

it.each([
  [[], ""],
  [[0], ""],
  [[1], "1+"],
  [[1, 4], "1 2+"],
  [[1, 2, 5, 9], "1 2–4 5+"],
  [[1, 3, 23], "1 2–4 5–9 10–19 20+"],
  [[1, 60], "1 2–9 10–19 20–49 50+"],
  [[1, 800], "1–4 5–19 20–99 100–499 500+"],
  [[300, 900], "200–499 500+"],
  [[0, 34, 34], "20+"],
])("%j falls into %s", (values, classes) => {
  expect(written(values)).toBe(classes);
});

it("every number is in one class, the smallest in the first and the largest in the last", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1 }), (values) => {
      const classes = mapClasses(values);
      expect(classes.length).toBeLessThanOrEqual(5);
      for (const value of values) {
        const { from, to } = classes[classOf(classes, value)]!;
        expect(from <= value && (to === null || value <= to)).toBe(true);
      }
      expect(classOf(classes, Math.min(...values))).toBe(0);
      expect(classOf(classes, Math.max(...values))).toBe(classes.length - 1);
      for (const [at, { from }] of classes.entries())
        if (at > 0) expect(classes[at - 1]!.to).toBe(from - 1);
    }),
  );
});

it.each([
  [1, [2]],
  [2, [0, 4]],
  [3, [0, 2, 4]],
  [4, [0, 1, 3, 4]],
  [5, [0, 1, 2, 3, 4]],
])("%i classes are told apart as well as they can be", (count, shades) => {
  expect(shades.map((_, at) => shadeOfClass(at, count))).toEqual(shades);
});
