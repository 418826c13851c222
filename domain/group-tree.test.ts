import { expect, it } from "vitest";
import { groupTree } from "./group-tree";
import { aGroup } from "./testing-documents";

const outline = (...groups: [id: string, partOf: string | null][]) =>
  groupTree(groups.map(([id, partOf]) => aGroup(id, { partOf }))).map(
    ({ group, depth }) => `${"  ".repeat(depth)}${group.id}`,
  );

it("puts parts right behind their whole, and parts of parts behind them", () => {
  expect(
    outline(["infant", "kunming"], ["refugees", null], ["helpers", null], ["kunming", "refugees"]),
  ).toEqual(["refugees", "  kunming", "    infant", "helpers"]);
});

it("loses no group whose whole is missing, nor groups that are parts of each other", () => {
  expect(outline(["orphan", "gone"], ["a", "b"], ["b", "a"], ["self", "self"])).toEqual([
    "orphan",
    "a",
    "  b",
    "self",
  ]);
});
