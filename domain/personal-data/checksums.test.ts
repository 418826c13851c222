import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isChineseCardSum, isKoreanNumberSum, isSnilsSum, isThaiNumberSum } from "./checksums";

// The Chinese number is the standard's own example; the others are of ranges that are given to nobody.
describe.each([
  ["of a Chinese card", isChineseCardSum, "11010519491231002X", "0123456789X"],
  ["of a Korean number", isKoreanNumberSum, "8803052971101", null],
  ["of a Russian insurance number", isSnilsSum, "99000041773", "0123456789"],
  ["of a Thai number", isThaiNumberSum, "9123456789010", "0123456789"],
])("the last digit %s", (_, isSum, number, endings) => {
  it("fits", () => {
    expect(isSum(number)).toBe(true);
  });

  it("is the only one that fits", () => {
    for (const ending of endings ?? []) {
      expect([ending, isSum(number.slice(0, -1) + ending)]).toEqual([
        ending,
        ending === number.at(-1),
      ]);
    }
  });
});

it("of a Chinese card or a Russian number does not fit once another digit is wrong", () => {
  fc.assert(
    fc.property(fc.nat({ max: 8 }), fc.integer({ min: 1, max: 9 }), (at, more) => {
      for (const [isSum, number] of [
        [isChineseCardSum, "11010519491231002X"],
        [isSnilsSum, "99000041773"],
      ] as const) {
        const digit = (Number(number[at]) + more) % 10;
        expect(isSum(number.slice(0, at) + digit + number.slice(at + 1))).toBe(false);
      }
    }),
  );
});
