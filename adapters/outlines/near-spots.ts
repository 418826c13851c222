import { geoDistance } from "d3-geo";

/** A place with its [longitude, latitude] in degrees, and how much is counted there. */
export type Spot = { id: string; at: [number, number]; weight: number };

/** How much of what is counted may be left out of a picture. */
const LEFT_OUT = 0.02;

/**
 * These spots without those that would only make a picture of the others small.
 * 1. Their middle is where half of what is counted lies to the west, and half to the south.
 * 2. The farthest from it are left out, as long as they are farther than this, in degrees of a great circle, and together
 *    hold at most 2 % of what is counted.
 */
export function nearSpots(spots: readonly Spot[], farDegrees: number): Spot[] {
  const all = spots.reduce((sum, { weight }) => sum + weight, 0);
  if (all === 0) return [...spots];
  const middle: [number, number] = [medianOf(spots, 0, all), medianOf(spots, 1, all)];
  const far = (Math.PI / 180) * farDegrees;
  const farthestFirst = spots
    .map((spot) => ({ spot, distance: geoDistance(middle, spot.at) }))
    .sort((a, b) => b.distance - a.distance);
  let leftOut = 0;
  const first = farthestFirst.findIndex(({ spot, distance }) => {
    leftOut += spot.weight;
    return distance < far || leftOut > all * LEFT_OUT;
  });
  return farthestFirst.slice(first).map(({ spot }) => spot);
}

function medianOf(spots: readonly Spot[], axis: 0 | 1, all: number): number {
  let sum = 0;
  return spots
    .toSorted((a, b) => a.at[axis] - b.at[axis])
    .find(({ weight }) => {
      sum += weight;
      return sum >= all / 2;
    })!.at[axis];
}
