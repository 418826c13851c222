import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastAlternatives } from "./least-alternatives";
import type { Phrase } from "./search-query";

/** "a b*" is a phrase whose last word is a beginning; "a & b" are two phrases that must both be there. */
const read = (text: string): Phrase[] =>
  text.split(" & ").map((phrase) => ({
    words: phrase.replace("*", "").split(" "),
    isBeginning: phrase.endsWith("*"),
  }));
const written = (phrases: Phrase[]) =>
  phrases.map(({ words, isBeginning }) => words.join(" ") + (isBeginning ? "*" : "")).join(" & ");
const least = (...alternatives: string[]) => leastAlternatives(alternatives.map(read)).map(written);

describe("the alternatives that find all that others find", () => {
  it.each([
    [
      ["图们", "图们 们市", "tumen"],
      ["图们", "tumen"],
    ],
    [
      ["图们 们市", "tumen", "图们"],
      ["tumen", "图们"],
    ],
    [["jilin*", "jilin city", "jilin sheng"], ["jilin*"]],
    [["china*", "people s republic of china"], ["china*"]],
    [["tumen*", "tumenzi"], ["tumen*"]],
    [
      ["tumen", "tumenzi"],
      ["tumen", "tumenzi"],
    ],
    [["tumen", "tumen*"], ["tumen*"]],
    [
      ["a", "b a*"],
      ["a", "b a*"],
    ],
    [["a*", "b ab*"], ["a*"]],
    [
      ["ab*", "b a*"],
      ["ab*", "b a*"],
    ],
    [
      ["a c", "a b c"],
      ["a c", "a b c"],
    ],
    [["north* & korea*", "democratic republic of north korea"], ["north* & korea*"]],
    [["north* & korea*", "korea*"], ["korea*"]],
    [["a", "a"], ["a"]],
    [[], []],
  ])("of %j are %j", (alternatives, expected) => {
    expect(least(...alternatives)).toEqual(expected);
  });

  it("find the same in any text", () => {
    const word = fc.constantFrom("a", "ab", "abc", "b", "ba");
    const words = (maxLength: number) => fc.array(word, { minLength: 1, maxLength });
    const phrase = fc.record({ words: words(3), isBeginning: fc.boolean() });
    const term = fc.array(fc.array(phrase, { minLength: 1, maxLength: 2 }), { maxLength: 4 });
    const has = (text: string[], { words: wanted, isBeginning }: Phrase) =>
      text.some((_, from) =>
        wanted.every((one, at) =>
          isBeginning && at === wanted.length - 1
            ? text[from + at]?.startsWith(one)
            : text[from + at] === one,
        ),
      );
    fc.assert(
      fc.property(term, words(6), (alternatives, text) => {
        const finds = (some: Phrase[][]) =>
          some.some((phrases) => phrases.every((one) => has(text, one)));
        expect(finds(leastAlternatives(alternatives))).toBe(finds(alternatives));
      }),
      { numRuns: 2_000 },
    );
  });
});
