import fc from "fast-check";
import { expect, it } from "vitest";
import { NONE } from "./columns";
import {
  bytesOf,
  emptyPacked,
  packedOf,
  packNumbers,
  packWord,
  readNumbers,
  readWord,
} from "./packed";

const near = (from: number, width: number) =>
  fc.array(fc.oneof(fc.constant(NONE), fc.integer({ min: from, max: from + width })));
const numbers = fc.oneof(
  near(16_000, 0),
  near(-3, 255),
  near(NONE + 1, 254),
  near(0x7fffffff - 255, 255),
  near(10, 65_535),
  fc.array(fc.oneof(fc.constant(NONE), fc.integer({ min: NONE, max: 0x7fffffff }))),
);

it("gives back every list of numbers, one after the other", () => {
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 6 }), (lists) => {
      const into = emptyPacked(16);
      for (const list of lists) {
        packWord(into, list.length);
        packNumbers(into, list);
      }
      const packed = packedOf(bytesOf(into));
      const read = lists.map(() => {
        const length = readWord(packed);
        const column = new Int32Array(length + 2).fill(7);
        readNumbers(packed, column, 1, length);
        expect([column[0], column.at(-1)]).toEqual([7, 7]);
        return [...column.subarray(1, -1)];
      });
      expect(read).toEqual(lists);
      expect(packed.at).toBe(packed.bytes.length);
    }),
    { numRuns: 500 },
  );
});

it("takes no more bytes than the numbers need", () => {
  const sizeOf = (list: number[]) => {
    const packed = emptyPacked();
    packNumbers(packed, list);
    return packed.at - 8;
  };
  expect(sizeOf(new Array(100).fill(5))).toBe(0);
  expect(sizeOf(new Array(100).fill(NONE))).toBe(0);
  expect(sizeOf([18_000, 18_255, 18_100, 18_001])).toBe(4);
  expect(sizeOf([18_000, 18_255, NONE, 18_001])).toBe(8);
  expect(sizeOf([0, 65_535])).toBe(4);
  expect(sizeOf([0, 65_536])).toBe(8);
});
