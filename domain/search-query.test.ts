import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyIncidentFilter, isWordless } from "./incident-filter";
import { possibleNames, readSearch, toSearchQuery } from "./search-query";

const written = (text: string) =>
  readSearch(text).map(
    ({ phrase, isUnwanted }) =>
      `${isUnwanted ? "-" : ""}${phrase.words.join(" ")}${phrase.isBeginning ? "*" : ""}`,
  );

describe("what is typed into a search box", () => {
  it.each([
    ["Tumen transfer", ["tumen*", "transfer*"]],
    ["in Ab 2014", ["in", "ab", "2014"]],
    ["图们", ["图们"]],
    ["图", ["图*"]],
    ["图们江 북송", ["图们 们江", "북송"]],
    ['"moved to Tumen"', ["moved to tumen"]],
    ["“가나 다라”", ["가나 나 다라"]],
    ['"never closed', ["never closed"]],
    ["-Jilin tumen", ["-jilin*", "tumen*"]],
    ['-"border guard"', ["-border guard"]],
    ["well-known O'Brien", ["well known*", "o brien*"]],
    ["Tumen,Jilin;Yanji", ["tumen*", "jilin*", "yanji*"]],
    ["투먼(도문)", ["투먼", "도문"]],
    ["2014년", ["2014 년*"]],
    ["tumen tumen TUMEN", ["tumen*"]],
    ['- -- "" "', []],
    ["100% * ^ NEAR( {a}:", ["100", "near*", "a"]],
    ["OR AND NOT", ["or", "and*", "not*"]],
    ["moved…guard moved...guard", ["moved*", "guard*"]],
    // Symbols that stand for letters.
    ["™ -arrest", ["tm", "-arrest*"]],
    ["㈜ 圖們", ["주*", "图们"]],
    ["a™", ["atm*"]],
    ['"™" 20℃ ㈱', ["tm", "20", "c", "株*"]],
    ["☃ tumen☃held", ["tumen*", "held*"]],
    // While it is typed.
    ["north k", ["north*", "k"]],
    ["north ko", ["north*", "ko*"]],
    ["north ko ", ["north*", "ko"]],
    ["north kor", ["north*", "kor*"]],
    ["ko", ["ko"]],
    ["-north ko", ["-north*", "ko"]],
    ["north 9", ["north*", "9"]],
    ['north "k"', ["north*", "k"]],
    ["north -k", ["north*", "-k"]],
    ["north ÉÀ", ["north*", "ea*"]],
    ["north 图", ["north*", "图*"]],
  ])("%s asks for %j", (text, terms) => {
    expect(written(text)).toEqual(terms);
  });

  it("is read whatever it is, and never asks for an empty phrase", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        for (const { phrase } of readSearch(text)) expect(phrase.words.length).toBeGreaterThan(0);
      }),
    );
  });

  const isSearched = (text: string) => readSearch(text).length > 0;
  const hasWords = (q: string) => !isWordless({ ...everything, q });
  const everything = emptyIncidentFilter();

  it("asks for something with every single character that is said to be a word", () => {
    const different: string[] = [];
    for (let point = 0; point <= 0x10ffff; point++) {
      const text = String.fromCodePoint(point);
      // Of no character, or of nobody's: most of all, and never a word.
      if (/[\p{Cn}\p{Co}]/u.test(text)) continue;
      if (isSearched(text) !== hasWords(text)) different.push(text);
    }
    expect(different).toEqual([]);
  });

  it("asks for something with every text that is said to have a word", () => {
    const symbols = fc.constantFrom(..."™㈱㈜℃Ⓦ﷼…´⺀☃\"“-－.'ʼ·_ \u200b\u0301\u115f\ud800");
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.array(symbols, { maxLength: 6 }).map((some) => some.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect([text, isSearched(text)]).toEqual([text, hasWords(text)]);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a place in a search", () => {
  const names = new Map([
    ["tumen", ["tumen", "图们", "도문"]],
    ["north hamgyong", ["north hamgyong", "함경북도"]],
  ]);
  const query = (text: string) =>
    JSON.stringify(toSearchQuery(readSearch(text), names), (key, value) =>
      key === "words" ? value.join(" ") : value,
    ).replaceAll(/"words":("[^"]*"),"isBeginning":(true|false)/g, "$1");

  it("is found by any of its names", () => {
    expect(query("held Tumen")).toBe(
      '{"wanted":[[[{"tumen"}],[{"图们"}],[{"도문"}]],[[{"held"}]]],"unwanted":[]}',
    );
  });

  it("may have a name of several words", () => {
    expect(query("North Hamgyong")).toBe(
      '{"wanted":[[[{"north hamgyong"}],[{"함경 경북 북도"}]]],"unwanted":[]}',
    );
  });

  it("is not what begins as its name of two letters does", () => {
    const uk = new Map([["uk", ["uk", "united kingdom"]]]);
    expect(JSON.stringify(toSearchQuery(readSearch("held uk"), uk).wanted[0])).toContain(
      '{"words":["uk"],"isBeginning":false}',
    );
  });

  it("is unwanted by all its names", () => {
    expect(query("-tumen")).toBe('{"wanted":[],"unwanted":[[[{"tumen"}],[{"图们"}],[{"도문"}]]]}');
  });

  it("is looked for among words that stand together, and not in what is too long to be a name", () => {
    expect(possibleNames(readSearch('a b -c "d e"'))).toEqual(["a", "a b", "b", "c", "d e"]);
    expect(
      possibleNames(readSearch(Array.from({ length: 33 }, (_, n) => `w${n}`).join(" "))),
    ).toEqual([]);
  });
});
