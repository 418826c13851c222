import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexWords, joinWords } from "./search-words";

describe("the words of a text", () => {
  it.each([
    ["Moved to Tumen.", ["moved", "to", "tumen"]],
    ["图们江", ["图们", "们江", "江"]],
    ["图们", ["图们", "们"]],
    ["북송된 탈북자", ["북송", "송된", "된", "탈북", "북자", "자"]],
    ["VOA报道", ["voa", "报道", "道"]],
    ["2014年7月", ["2014", "年", "7", "月"]],
    ["Sinŭiju", ["sinuiju"]],
    ["ｆｕｌｌ　ｗｉｄｔｈ", ["full", "width"]],
    ["…!?", []],
    ["", []],
  ])("%s are %j", (text, words) => {
    expect(indexWords(text)).toEqual(words);
  });

  it("hold no space and are cut at 64 characters", () => {
    expect(indexWords("a".repeat(100))).toEqual(["a".repeat(64)]);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const word of indexWords(text)) expect(word).toMatch(/^[^\s"*:(){}]{1,64}$/u);
      }),
    );
  });

  it("of several texts are parted by what no phrase can hold, each text once", () => {
    expect(joinWords(["Held in", "Tumen", "", "Held in"])).toBe("held in · tumen");
  });
});
