import { expect, it } from "vitest";
import { shown } from "./issue";

it.each([
  ["Tumen", "Tumen"],
  ["n\0x\ty", "n\uFFFDx\uFFFDy"],
  ["a".repeat(80), "a".repeat(80)],
  ["a".repeat(81), `${"a".repeat(79)}…`],
])("repeats %j as %j", (value, text) => {
  expect(shown(value)).toBe(text);
});
