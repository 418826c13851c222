import fc from "fast-check";
import { expect, it } from "vitest";
import { plainText } from "./plain-text";

it.each([
  ["full-width and Arabic digits", "０１٢٣۴५", "012345"],
  ["exotic hyphens and spaces", "1\u20112\u2212３\u00a04\u30005", "1-2-3 4 5"],
  ["characters that are not seen", "a\u200bb\u00adc\u2060d\u202ee\ufeff", "abcde"],
  ["digits in keycaps", "1\ufe0f\u20e32\ufe0f\u20e3", "12"],
  ["Hangul written in letters", "김".normalize("NFD"), "김"],
  ["Arabic with vowel signs and tatweel", "وُلِدــت", "ولدت"],
  ["a ligature of a whole sentence, as it is", "\ufdfa", "\ufdfa"],
])("reads %s plainly", (_, text, plain) => {
  expect(plainText(text).plain).toBe(plain);
});

it("knows where each stretch stood, widened to whole characters", () => {
  const text = "x\u200b①２\u0301y";
  const { plain, original } = plainText(text);
  expect(plain.startsWith("x12")).toBe(true);
  expect(original(1, 3)).toEqual({ start: 2, end: 5 });
});

const anyText = fc
  .array(fc.nat({ max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

it("never gives a stretch outside the text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { plain, original } = plainText(text);
      for (let at = 0; at < plain.length; at++) {
        const { start, end } = original(at, at + 1);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
