import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import wabt from "wabt";
import { COUNT_BITS, countBits } from "./count-bits";

test("what counts is the translation of its text", async () => {
  const { parseWat } = await wabt();
  const name = "domain/incident-index/count-bits.wat";
  const { buffer } = parseWat(name, readFileSync(name, "utf8"), { simd: true }).toBinary({});
  expect(Buffer.from(buffer).toString("base64")).toBe(COUNT_BITS);
});

test("as many bits are counted as are set in both of two runs of words", () => {
  const runs = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.nat(300)).chain(([length, from]) =>
    fc.record({
      words: runOf(length),
      others: fc.array(runOf(length), { maxLength: 3 }),
      from: fc.constant(Math.min(from, length)),
      to: fc.integer({ min: Math.min(from, length), max: length }),
    }),
  );
  fc.assert(
    fc.property(runs, ({ words, others, from, to }) => {
      const counts = others.map((other) => bitsInBoth(words, other, from, to));
      expect(countBits(words, others, { from, to })).toEqual(counts);
    }),
  );
});

test("a short run is counted after a long one without what was left of it", () => {
  const full = new Int32Array(40_000).fill(-1);
  expect(countBits(full, [full], { from: 0, to: 40_000 })).toEqual([1_280_000]);
  expect(countBits(full, [full, full], { from: 7, to: 12 })).toEqual([160, 160]);
  expect(countBits(full, [full], { from: 5, to: 5 })).toEqual([0]);
});

function runOf(length: number) {
  const word = fc.oneof(fc.integer(), fc.constantFrom(0, -1));
  return fc
    .array(word, { minLength: length, maxLength: length })
    .map((words) => Int32Array.from(words));
}

function bitsInBoth(a: Int32Array, b: Int32Array, from: number, to: number): number {
  let text = "";
  for (let at = from; at < to; at++) text += ((a[at]! & b[at]!) >>> 0).toString(2);
  return text.split("1").length - 1;
}
