import fc from "fast-check";
import { expect, it } from "vitest";
import { keysWithAll, textLines } from "./text-lines";

const TEXTS = new Map([
  ["S-2", "daily notice 체포"],
  ["S-10", "wire twenty held"],
  ["S-3", "daily paper 12"],
]);

it.each([
  [["daily"], ["S-3", "S-2"]],
  [["wenty", "held"], ["S-10"]],
  [["held", "daily"], []],
  [["체포"], ["S-2"]],
  [["1"], ["S-3"]],
  [["S"], []],
  [[], ["S-3", "S-2", "S-10"]],
])("finds the texts that hold all of %j, the last key first", (words, keys) => {
  expect([...keysWithAll(textLines(TEXTS), words)]).toEqual(keys);
});

it("finds nothing where there is no text", () => {
  expect([...keysWithAll(textLines(new Map()), ["a"])]).toEqual([]);
  expect([...keysWithAll(textLines(new Map()), [])]).toEqual([]);
});

it("finds what going through the texts one by one finds", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "도", " "), maxLength: 3 });
  const text = fc.string({ unit: fc.constantFrom("a", "b", "도", "문", " "), maxLength: 12 });
  const key = fc.string({ unit: fc.constantFrom("a", "b", "1"), minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(fc.tuple(key, text)), fc.array(word), (some, words) => {
      const texts = new Map(some);
      const found = [...texts.keys()].filter((one) =>
        words.every((part) => texts.get(one)!.includes(part)),
      );
      expect([...keysWithAll(textLines(texts), words)]).toEqual(found.sort().reverse());
    }),
  );
});
