import fc from "fast-check";
import { expect, it } from "vitest";
import type { MergeChoice, MergedGroup } from "./merge-cases";
import { parseMergeChoice, serializeMergeChoice } from "./merge-request";
import { aDocument, aGroup, anEvent } from "./testing-documents";

const GONE = aDocument({ groups: [aGroup("g"), aGroup("h")], events: [anEvent("e")] });
const SUGGESTED: MergeChoice = {
  groups: { g: { as: "same", groupId: "k" }, h: { as: "other" } },
  events: { e: "f" },
};

it("what was not chosen, or cannot be read, is as suggested", () => {
  const of = (query: string) => parseMergeChoice(new URLSearchParams(query), GONE, SUGGESTED);
  expect(of("")).toEqual(SUGGESTED);
  expect(of("group.g=is:k&group.x=other")).toEqual(SUGGESTED);
  expect(of("group.g=other&group.h=part:k&event.e=other")).toEqual({
    groups: { g: { as: "other" }, h: { as: "part", groupId: "k" } },
    events: { e: null },
  });
});

it("a choice is read as it was written", () => {
  const group = fc.oneof(
    fc.constant<MergedGroup>({ as: "other" }),
    fc.record({
      as: fc.constantFrom("same" as const, "part" as const),
      groupId: fc.constantFrom("k", "l:m"),
    }),
  );
  const choice = fc.record({
    groups: fc.record({ g: group, h: group }),
    events: fc.record({ e: fc.constantFrom("f", null) }),
  });
  fc.assert(
    fc.property(choice, (one) => {
      expect(parseMergeChoice(serializeMergeChoice(one), GONE, SUGGESTED)).toEqual(one);
    }),
  );
});
