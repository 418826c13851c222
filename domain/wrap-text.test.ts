import fc from "fast-check";
import { expect, it } from "vitest";
import { wrapText } from "./wrap-text";

it("goes on in the next line between words", () => {
  expect(wrapText("", 20)).toEqual([]);
  expect(wrapText("Nine in Jilin", 20)).toEqual(["Nine in Jilin"]);
  expect(wrapText("Nine taken to Tumen, “held” – not yet freed", 20)).toEqual([
    "Nine taken to Tumen,",
    "“held” – not yet",
    "freed",
  ]);
});

it("takes a sign of Chinese or Korean for two letters", () => {
  expect(wrapText("图们 看守所 도문 수용소", 12)).toEqual(["图们 看守所", "도문 수용소"]);
});

it("breaks a word only where it is longer than half a line", () => {
  expect(wrapText("to https://example.org/a", 20)).toEqual(["to https://ex", "ample.org/a"]);
  expect(wrapText("图".repeat(25), 20)).toEqual(["图".repeat(10), "图".repeat(10), "图".repeat(5)]);
});

it("leaves nothing out and no line too long", () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom(..."ab图도–𠮷"), minLength: 1 }));
  fc.assert(
    fc.property(words, (all) => {
      const lines = wrapText(all.join(" "), 12);
      expect(lines.join("").replaceAll(" ", "")).toBe(all.join(""));
      for (const line of lines)
        expect(line.replace(/[图도]|𠮷/gu, "xx").length).toBeLessThanOrEqual(12);
    }),
  );
});
