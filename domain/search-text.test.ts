import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseText, searchWords } from "./search-text";

const anyText = fc.string({ unit: "binary", maxLength: 200 });

describe("normaliseText", () => {
  it.each([
    ["Sinŭiju", "sinuiju"],
    ["Ürümqi", "urumqi"],
    ["Lạng Sơn", "lang son"],
    ["P'yŏngyang", "p yongyang"],
    ["Pʼyŏngyang", "p yongyang"],
    ["图们", "图们"],
    ["圖們", "图们"],
    ["脫北者 強制遣返", "脱北者 强制遣返"],
    ["後 后", "后 后"],
    ["薴 苧", "苎 苎"],
    ["図們", "図们"],
    ["투먼(도문)", "투먼 도문"],
    ["투먼".normalize("NFD"), "투먼"],
    ["ＴＵＭＥＮ　２０１４", "tumen 2014"],
    ["ｶﾀｶﾅ", "カタカナ"],
    ["İstanbul", "istanbul"],
    ["ISPARTA ısparta", "isparta isparta"],
    ["Straße STRASSE ẞ", "strasse strasse ss"],
    ["ΟΔΟΣ οδός", "οδοσ οδοσ"],
    ["산시 성²", "산시 성2"],
    ["  15–17\tJuly,\r\n2014!  ", "15 17 july 2014"],
    ["detention\u00ADcentre", "detentioncentre"],
    ["\uFEFFTumen\u200B", "tumen"],
    ["20% + $5 = @me_too", "20 5 me too"],
    ["1\u0000000", "1 000"],
    ["", ""],
    ["¿…!", ""],
  ])("reads %j as %j", (text, expected) => {
    expect(normaliseText(text)).toBe(expected);
  });

  it("counts a lone surrogate as a space and keeps whole characters beyond the basic plane", () => {
    expect(normaliseText("Tu\uD800men")).toBe("tu men");
    expect(normaliseText("\uDC00")).toBe("");
    expect(normaliseText("北𣴓省")).toBe("北𣴓省");
  });

  it("changes nothing when applied to what it has returned", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
      }),
    );
  });

  it("is stable for every single character of Unicode", () => {
    const unstable: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      const once = normaliseText(String.fromCodePoint(code));
      if (normaliseText(once) !== once) unstable.push(code.toString(16));
    }
    expect(unstable).toEqual([]);
  });

  it("accepts any sequence of UTF-16 units and returns well-formed letters, digits and single spaces", () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 });
    fc.assert(
      fc.property(units, (codes) => {
        expect(normaliseText(String.fromCharCode(...codes))).toMatch(
          /^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u,
        );
      }),
    );
  });

  it("does not tell the composed form of a text from the decomposed one", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normaliseText(text.normalize("NFD"))).toBe(normaliseText(text.normalize("NFC")));
      }),
    );
  });
});

describe("searchWords", () => {
  it("gives each word once, in order of first appearance", () => {
    expect(searchWords("Tumen, TUMEN and 图们 (투먼); 29 of 29")).toEqual([
      "tumen",
      "and",
      "图们",
      "투먼",
      "29",
      "of",
    ]);
  });

  it("finds no word in a text without letters and digits", () => {
    expect(searchWords(" – !? ")).toEqual([]);
    expect(searchWords("")).toEqual([]);
  });

  it("gives the words of the normalised text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(searchWords(normaliseText(text))).toEqual(searchWords(text));
      }),
    );
  });
});
