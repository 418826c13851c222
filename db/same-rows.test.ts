import { expect, it } from "vitest";
import { sqliteKit } from "./kit.sqlite";
import { sameRows } from "./same-rows";
import { define } from "./schema";

const { eventGroup, peopleGroup } = define(sqliteKit);
const one = { incidentId: "i", eventId: "e", groupId: "g", low: 1, best: null, high: 3 };
const other = { ...one, groupId: "h" };

it("tells whether rows are the same, in any order and with more than the table has", () => {
  expect(sameRows(eventGroup, [], [])).toBe(true);
  const { best: _best, ...without } = one;
  const more = { ...without, more: 1 };
  expect(sameRows(eventGroup, [one, other], [other, more])).toBe(true);
  expect(sameRows(eventGroup, [one], [one, other])).toBe(false);
  expect(sameRows(eventGroup, [one, other], [one, one])).toBe(false);
  expect(sameRows(eventGroup, [one], [{ ...one, low: 2 }])).toBe(false);
  expect(sameRows(eventGroup, [one], [{ ...one, best: 1 }])).toBe(false);
});

it("looks into lists", () => {
  const group = {
    id: "g",
    incidentId: "i",
    position: 0,
    role: "seeking_refuge",
    unit: "person",
    circumstances: ["infant"],
    label: "",
    statusRank: 1,
  } as const;
  const withOne = { ...group, circumstances: [...group.circumstances] };
  expect(sameRows(peopleGroup, [withOne], [{ ...withOne, circumstances: ["infant"] }])).toBe(true);
  expect(sameRows(peopleGroup, [withOne], [{ ...withOne, circumstances: [] }])).toBe(false);
});
