import { expect, it } from "vitest";
import { mapArrow } from "./map-arrow";

it("an arrow bends to the left of its way and points at where it leads", () => {
  expect(mapArrow({ x: 100, y: 100 }, { x: 300, y: 100 })).toEqual({
    line: "M108 98Q200 68 271 91",
    head: "M292 98L269 99 274 83Z",
    middle: { x: 200, y: 84 },
  });
});

it("the way back is another than the way there", () => {
  const [one, other] = [
    { x: 100, y: 100 },
    { x: 300, y: 100 },
  ];
  expect(mapArrow(other, one)!.line).toBe("M292 102Q200 132 129 109");
});

it("no arrow is drawn where there is no room for one", () => {
  expect(mapArrow({ x: 5, y: 5 }, { x: 20, y: 5 })).toBeNull();
  expect(mapArrow({ x: 5, y: 5 }, { x: 5, y: 5 })).toBeNull();
});
