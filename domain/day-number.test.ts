import { expect, it } from "vitest";
import { dayNumber, dayOfNumber } from "./day-number";

it.each([
  ["1970-01-01", 0],
  ["1969-12-31", -1],
  ["2014-07-15", 16266],
  ["1000-01-01", -354285],
  ["9999-12-31", 2932896],
])("%s is day %i", (day, number) => {
  expect(dayNumber(day)).toBe(number);
  expect(dayOfNumber(number)).toBe(day);
});
