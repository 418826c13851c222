import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { highlight, passage } from "./highlight";
import { readSearch, toSearchQuery } from "./search-query";

const marked = (text: string, search: string, names = new Map<string, string[]>()) => {
  const query = toSearchQuery(readSearch(search), names);
  let shown = "";
  let at = 0;
  for (const { from, to } of highlight(text, query)) {
    shown += `${text.slice(at, from)}[${text.slice(from, to)}]`;
    at = to;
  }
  return shown + text.slice(at);
};

describe("what was found in a text", () => {
  it.each([
    ["Arrested near Tumen.", "tumen arrest", "[Arrested] near [Tumen]."],
    ["Handed to the border guard", '"border guard"', "Handed to the [border guard]"],
    ["border, guard", '"border guard"', "[border, guard]"],
    ["在图们江边被捕", "图们江", "在[图们江]边被捕"],
    ["강제 북송된 가족", "북송", "강제 [북송]된 가족"],
    ["江江江", "江", "[江江江]"],
    ["移交圖們邊防", "图们边", "移交[圖們邊]防"],
    ["移交图们边防", "圖們", "移交[图们]边防"],
    ["Sinŭiju and SINUIJU", "sinuiju", "[Sinŭiju] and [SINUIJU]"],
    ["Held in 2014 and 20145", "2014", "Held in [2014] and 20145"],
    ["Held", "-held", "Held"],
    ["Nothing here", "tumen", "Nothing here"],
    ["guard guards guarded", "guar guards", "[guard] [guards] [guarded]"],
    ["the border guards", '"border guard" guard', "the border [guards]"],
    ["e\u0301migre\u0301s \u200bwere", "emigres were", "[e\u0301migre\u0301s] \u200b[were]"],
  ])("%s, searched for %s, is marked %s", (text, search, expected) => {
    expect(marked(text, search)).toBe(expected);
  });

  it("has a place marked by its other names", () => {
    const names = new Map([["图们", ["图们", "tumen", "도문"]]]);
    expect(marked("Moved to Tumen (도문)", "图们", names)).toBe("Moved to [Tumen] ([도문])");
  });

  it("lies in the text, in order, and never overlaps", () => {
    const word = fc.constantFrom(
      "图们",
      "们江",
      "tumen",
      "tu",
      "江",
      "guard",
      " ",
      ". ",
      "é",
      "𠀀",
    );
    fc.assert(
      fc.property(fc.array(word), fc.array(word, { minLength: 1 }), (text, search) => {
        let last = 0;
        for (const { from, to } of highlight(
          text.join(""),
          toSearchQuery(readSearch(search.join("")), new Map()),
        )) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(text.join("").length);
      }),
    );
  });
});

describe("a passage", () => {
  it("is the whole of a short text", () => {
    expect(passage("a b", [{ from: 0, to: 1 }])).toEqual({
      text: "a b",
      stretches: [{ from: 0, to: 1 }],
    });
  });

  it("of a long text is what stands around the first find, cut between words", () => {
    const text = `${"before ".repeat(30)}FOUND${" after".repeat(30)}`;
    const cutOut = passage(text, [{ from: 210, to: 215 }]);
    expect(cutOut.text).toMatch(/^…(before ){8}FOUND( after){10}…$/);
    const [found] = cutOut.stretches;
    expect(cutOut.text.slice(found!.from, found!.to)).toBe("FOUND");
  });
});
