import type { CountRange } from "../count-range";

/**
 * How much each field speaks for two records being the same case, above 0, or against it, below 0; 0 where it says
 * nothing. Natural logarithms of how much likelier it is to see this of one case than of two.
 * Source: Fellegi and Sunter, A Theory for Record Linkage, 1969.
 */

/** Days as numbers, inclusive; null open. Cases of about ten years lie side by side in a ledger. */
export function dateWeight(a: Days, b: Days): number {
  if (a.earliest === null && a.latest === null) return 0;
  if (b.earliest === null && b.latest === null) return 0;
  const [from, to] = [a, b].map(closed) as [Interval, Interval];
  const gap = Math.max(from[0] - to[1], to[0] - from[1]);
  if (gap > WEEK) return gap > MONTH ? -5 : -2.5;
  // Where a report names no day of its own, the day it was written is often taken for it.
  if (gap > 0) return 1;
  const days = from[1] - from[0] + 1 + to[1] - to[0];
  return between(0, Math.log((0.9 * TEN_YEARS) / days), 5);
}

type Days = { earliest: number | null; latest: number | null };
type Interval = [number, number];

const WEEK = 7;
const MONTH = 31;
const TEN_YEARS = 3_650;

function closed({ earliest, latest }: Days): Interval {
  return [earliest ?? latest! - TEN_YEARS / 2, latest ?? earliest! + TEN_YEARS / 2];
}

/** Two numbers of people: the nearer they are and the rarer such a number is, the more it says. */
export function countWeight(a: CountRange, b: CountRange): number {
  const [from, to] = [bounds(a), bounds(b)];
  if (from === null || to === null) return 0;
  if (from[0] <= to[1] && to[0] <= from[1]) {
    // Numbers of people are spread over their orders of magnitude.
    const chance = (width(from) + width(to)) / Math.log(MANY);
    return between(0, Math.log(0.6 / chance), 4);
  }
  const nearness = from[1] < to[0] ? from[1] / to[0] : to[1] / from[0];
  if (nearness > 0.85) return 1.5;
  if (nearness > 0.65) return 1;
  return nearness > 0.4 ? -1 : -3;
}

const MANY = 1_000;

function bounds({ low, best, high }: CountRange): Interval | null {
  if (low === null && best === null && high === null) return null;
  const least = low ?? best ?? 0;
  return [least, Math.max(least, high ?? (low === null ? best! : Math.max(MANY, best ?? 0)))];
}

function width([low, high]: Interval): number {
  return Math.log((high + 1.5) / (low + 0.5));
}

/** How many of each kind of place the cases have, and how many both. */
export type Shared = { a: number; b: number; both: number };

export function placeWeight(provinces: Shared, localities: Shared, countries: Shared): number {
  if (countries.a === 0 || countries.b === 0) return 0;
  if (countries.both === 0) return -7;
  if (provinces.a === 0 || provinces.b === 0) return 0.5;
  // Places that only share a name, or the next case of the same kind elsewhere.
  if (provinces.both === 0) return -7;
  return between(0, Math.log(0.9 / chanceOf(provinces)), 6) + localityWeight(localities);
}

/** Of how many provinces two reports might speak. */
const PROVINCES = 40;

/** About how likely two lists of provinces have so many in common without being of the same case. */
function chanceOf({ a, b, both }: Shared): number {
  let chance = 1;
  for (let n = 0; n < both; n++) chance *= ((a - n) * (b - n)) / ((n + 1) * (PROVINCES - n));
  return Math.min(1, chance);
}

function localityWeight({ a, b, both }: Shared): number {
  if (a === 0 || b === 0) return 0;
  return both > 0 ? 1.5 : -1.5;
}

/** `alike`: what share of the words of either both have. */
export function wordWeight(alike: number | null): number {
  return alike === null ? 0 : between(-0.3, 8 * (alike - 0.08), 3);
}

export const SAME_REPORT_WEIGHT = 4;
/** Against any two cases, before anything is known of them. */
export const WEIGHT_OF_ANY_TWO = -6;

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
