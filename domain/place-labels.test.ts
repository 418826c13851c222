import { expect, it } from "vitest";
import { placeLabels } from "./place-labels";

const at = (x: number, y: number, name = "Tumen") => ({ x, y, name });

it("a name stands right of its point, left of it at the edge, and elsewhere where another is in the way", () => {
  expect(placeLabels([at(100, 100), at(1580, 100)], 1600, 900)).toEqual([
    { x: 114, y: 109, anchor: "start" },
    { x: 1566, y: 109, anchor: "end" },
  ]);
  expect(
    placeLabels([at(200, 100), at(250, 104)], 1600, 900).map((label) => label?.anchor),
  ).toEqual(["end", "start"]);
});

it("a name without room is not written, and one that is empty asks for none", () => {
  const crowd = Array.from({ length: 6 }, (_, n) => at(100 + n, 100));
  expect(placeLabels(crowd, 1600, 900).filter((label) => label === null).length).toBeGreaterThan(0);
  expect(placeLabels([at(5, 5, "")], 10, 10)).toEqual([null]);
  expect(placeLabels([at(5, 5)], 10, 10)).toEqual([null]);
});
