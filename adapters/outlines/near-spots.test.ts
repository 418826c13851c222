import { expect, it } from "vitest";
import { nearSpots } from "./near-spots";

const spot = (id: string, lon: number, lat: number, weight: number) => ({
  id,
  at: [lon, lat] as [number, number],
  weight,
});
const JILIN = spot("CN-JL", 126, 43, 900);
const YUNNAN = spot("CN-YN", 102, 25, 90);
const MOSCOW = spot("RU-MOW", 37, 56, 8);
const TEXAS = spot("US-TX", -99, 31, 5);
const near = (spots: Parameters<typeof nearSpots>[0], degrees = 40) =>
  nearSpots(spots, degrees)
    .map(({ id }) => id)
    .sort();

it("a handful of far away incidents is left out of a picture of the others", () => {
  expect(near([TEXAS, JILIN, MOSCOW, YUNNAN])).toEqual(["CN-JL", "CN-YN"]);
});

it("what is far away stays in it where it is more than two in a hundred of all, and so does what is near", () => {
  expect(near([TEXAS, JILIN, { ...MOSCOW, weight: 30 }])).toEqual(["CN-JL", "RU-MOW"]);
  expect(near([JILIN, { ...YUNNAN, weight: 1 }])).toEqual(["CN-JL", "CN-YN"]);
  expect(near([JILIN, { ...YUNNAN, weight: 1 }], 10)).toEqual(["CN-JL"]);
});

it("a few incidents in all are all in it, and so are places without any", () => {
  expect(near([JILIN, MOSCOW, TEXAS].map((one) => ({ ...one, weight: 1 })))).toHaveLength(3);
  expect(near([JILIN, TEXAS].map((one) => ({ ...one, weight: 0 })))).toHaveLength(2);
  expect(near([])).toEqual([]);
});
