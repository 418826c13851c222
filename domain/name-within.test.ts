import { expect, it } from "vitest";
import { isNameWithin, isOfPlace } from "./name-within";

it.each([
  ["republic of korea", "democratic people s republic of korea", true],
  ["mongolia", "inner mongolia", true],
  ["mongolia", "mongolia", false],
  ["niger", "nigeria", false],
  ["蒙古", "内蒙古自治区", true],
  ["몽골", "내몽골", true],
  ["중국", "북한", false],
])("%s is within %s: %s", (name, longer, isWithin) => {
  expect(isNameWithin(name, longer)).toBe(isWithin);
});

it.each([
  ["CN-HK", "HK", true],
  ["CN-TW", "TW", true],
  ["CN-NM", "MN", false],
  ["KP", "KR", false],
  ["CN-YN", "CN", true],
])("%s belongs to %s: %s", (id, country, belongs) => {
  expect(isOfPlace(id, country)).toBe(belongs);
});
