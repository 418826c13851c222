import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardCell, unguardCell } from "./csv-cell";

const dangerous = [
  "=",
  "+",
  "-",
  "@",
  "|",
  "%",
  "\t",
  "\r",
  "\n",
  "＝",
  "＋",
  "－",
  "＠",
  "｜",
  "％",
];
const hidden = [
  "",
  " ",
  "\u00A0",
  "\uFEFF",
  "\u3000",
  "\u2009",
  "\u200B",
  "\u2060",
  "\u00AD",
  " \uFEFF ",
];

describe("a cell of text", () => {
  it("gets one apostrophe where a spreadsheet could take it for a formula, spaces before it or not", () => {
    for (const start of dangerous)
      for (const before of hidden) {
        const text = `${before}${start}HYPERLINK("http://example.org")`;
        expect(guardCell(text)).toBe(`'${text}`);
      }
  });

  it("gets one where it begins with an apostrophe of its own, so that it can be taken off again", () => {
    expect(guardCell("'quoted'")).toBe("''quoted'");
    expect(guardCell(" 'quoted'")).toBe("' 'quoted'");
    expect(guardCell("＇quoted")).toBe("'＇quoted");
  });

  it("gets one for the small, raised and mathematical forms of these signs", () => {
    for (const text of ["﹦1", "⁼1", "﹣1", "⁻1", "−1", "﹢1", "﹪1", "﹫a"])
      expect(guardCell(text)).toBe(`'${text}`);
  });

  it("is left alone otherwise", () => {
    const harmless = [
      "",
      "Kunming",
      "1-2",
      "a=b",
      "도문",
      "图们",
      "“said”",
      "–",
      "20–29",
      " two words",
      "\u200B",
    ];
    for (const text of harmless) expect(guardCell(text)).toBe(text);
  });

  const anyCell = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .tuple(
        fc.array(fc.constantFrom("'", "''", ...hidden), { maxLength: 3 }),
        fc.constantFrom("'", ...dangerous),
        fc.string(),
      )
      .map(([before, start, rest]) => before.join("") + start + rest),
  );

  it("comes back as it was", () => {
    fc.assert(
      fc.property(anyCell, (text) => {
        expect(unguardCell(guardCell(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it("never begins dangerously once it is guarded", () => {
    fc.assert(
      fc.property(anyCell, (text) => {
        expect(guardCell(text)).not.toMatch(
          /^[\s\uFEFF\u200B\u2060\u00AD]*[=+\-@|%\t\r\n＝＋－＠｜％]/u,
        );
      }),
      { numRuns: 1000 },
    );
  });
});
