import { expect, it } from "vitest";
import { arrowDrawer } from "./map-arrow";

const [one, other] = [
  { x: 100, y: 100 },
  { x: 300, y: 100 },
];

it("an arrow bends to the left of its way and points at where it leads", () => {
  expect(arrowDrawer()(one, other)).toEqual({
    line: "M108 98Q200 68 271 91",
    head: "M292 98L269 99 274 83Z",
    middle: { x: 200, y: 84 },
    isLoop: false,
  });
});

it("the way back is another than the way there", () => {
  const draw = arrowDrawer();
  draw(one, other);
  expect(draw(other, one).line).toBe("M292 102Q200 132 129 109");
});

it("each further way between the same two places bends further, so that none hides another", () => {
  const draw = arrowDrawer();
  expect([1, 2, 3].map(() => draw(one, other).middle)).toEqual([
    { x: 200, y: 84 },
    { x: 200, y: 68 },
    { x: 200, y: 52 },
  ]);
  expect(draw(one, { x: 300, y: 200 }).middle).toEqual({ x: 208, y: 134 });
});

it("a way too short for an arrow is a loop above its places, and the way back one below", () => {
  const [tumen, namyang] = [
    { x: 500, y: 300 },
    { x: 501, y: 301 },
  ];
  const draw = arrowDrawer();
  const ways = [draw(tumen, namyang), draw(namyang, tumen), draw(tumen, namyang)];
  expect(ways.map(({ isLoop, middle }) => [isLoop, middle])).toEqual([
    [true, { x: 501, y: 265 }],
    [true, { x: 501, y: 337 }],
    [true, { x: 501, y: 247 }],
  ]);
  expect(draw(tumen, { ...tumen }).isLoop).toBe(true);
  expect(JSON.stringify(draw(tumen, { ...tumen }))).not.toMatch(/NaN|null/);
});
