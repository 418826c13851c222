import { expect, it } from "vitest";
import { readChoice, writeChoice } from "./case-choice";

const ids = new Map([
  ["g1", "group-a"],
  ["g2", "group-b"],
  ["g3", "group-c"],
  ["e1", "event-a"],
  ["e2", "event-b"],
]);
const choice = {
  groups: {
    "group-a": { as: "same", groupId: "there" },
    "group-b": { as: "part", groupId: "there" },
    "group-c": { as: "other" },
  },
  events: { "event-a": "then", "event-b": null },
} as const;
const written = { g1: "same:there", g2: "part:there", g3: "other", e1: "then", e2: "other" };

it("writes by the keys of the case what is chosen by the ids of its document, and reads it back", () => {
  expect(writeChoice(choice, ids)).toEqual(written);
  expect(readChoice(written, ids)).toEqual(choice);
});

it.each([
  ["nothing", {}],
  ["what is no choice", { g1: "there", g2: "same:", e9: "then" }],
])("takes %s for a group and an event of its own", (_what, chosen) => {
  const { groups, events } = readChoice(chosen, ids);
  expect(Object.values(groups)).toEqual([{ as: "other" }, { as: "other" }, { as: "other" }]);
  expect(events).toEqual({ "event-a": null, "event-b": null });
});

it("passes over what is chosen for groups the case does not have", () => {
  expect(writeChoice({ groups: { elsewhere: { as: "other" } }, events: {} }, ids)).toEqual({});
});
