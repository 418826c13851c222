import fc from "fast-check";
import { expect, it } from "vitest";
import { noTexts, numberOfText, putText } from "./byte-texts";

const ascii = fc.string({
  unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)),
  maxLength: 4,
});

/** A text among others. */
function rangeOf(text: string) {
  const bytes = new TextEncoder().encode(`;${text};x`);
  return { bytes, from: 1, to: 1 + text.length };
}

it("gives back the number of each text, whatever texts there are", () => {
  fc.assert(
    fc.property(fc.array(ascii, { maxLength: 400 }), fc.array(ascii), (put, asked) => {
      const texts = noTexts();
      const known = new Map<string, number>();
      for (const [number, text] of put.entries()) {
        if (known.has(text)) continue;
        putText(texts, rangeOf(text), number * 3);
        known.set(text, number * 3);
      }
      for (const text of [...put, ...asked])
        expect(numberOfText(texts, rangeOf(text))).toBe(known.get(text) ?? -1);
    }),
  );
});
