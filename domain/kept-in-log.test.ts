import { expect, it } from "vitest";
import { keptInLog } from "./kept-in-log";

const kept = [{ kind: "name", words: "Kim Song-ho", reason: "In office." }] as const;

it("reads the kept words of an entry, of no other and of none that was emptied", () => {
  expect(keptInLog({ action: "keep_words", after: { kept } })).toEqual(kept);
  expect(keptInLog({ action: "revise", after: { kept } })).toEqual([]);
  expect(keptInLog({ action: "keep_words", after: null })).toEqual([]);
});
