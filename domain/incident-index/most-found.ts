import { compareText } from "../compare-text";
import { countOf, type FacetCounts, foundSlots } from "./count-facets";
import { countPerValue } from "./count-per-value";
import { countHaving } from "./having";
import type { IncidentIndex } from "./incident-index";
import type { Matching } from "./match-filter";
import { OF_INCIDENT } from "./match-incidents";
import { countSlots } from "./slot-bits";

/** The codes that find the most, at most `limit`, of those that find as many the first by their bytes. */
export function mostFound({ codes, perValue }: FacetCounts, limit: number): string[] {
  return mostOf(codes, (value) => perValue[value]!, limit);
}

/**
 * The same of a facet whose values are many, and how many incidents a code finds. Of few incidents all values are
 * counted. Of many, no value has more than is `known` of it, so that from those with the most on few are looked at.
 */
export function rareFacet(
  index: IncidentIndex,
  matching: Matching,
  name: (typeof OF_INCIDENT)[number],
  known: FacetCounts,
): { most(limit: number): string[]; countOf(code: string): number } {
  const { having, codes, byCode } = index.sets[name];
  const slots = foundSlots(matching, OF_INCIDENT.indexOf(name));
  if (countSlots(slots) * 2 <= index.order.length) {
    const counts = { codes, byCode, perValue: countPerValue(index, name, slots) };
    return {
      most: (limit) => mostFound(counts, limit),
      countOf: (code) => countOf(counts, code),
    };
  }
  const countAt = (value: number) => (having[value] ? countHaving(having[value], slots) : 0);
  return {
    most: (limit) => mostOf(codes, countAt, limit, known),
    countOf: (code) => countAt(byCode.get(code) ?? -1),
  };
}

/** `known`: what the count of no value can exceed. */
function mostOf(
  codes: readonly string[],
  countAt: (value: number) => number,
  limit: number,
  known?: FacetCounts,
): string[] {
  const most: { value: number; count: number }[] = [];
  const order = known && byCount(known);
  let least = 1;
  for (let at = 0; at < codes.length; at++) {
    const value = order ? order[at]! : at;
    if (known && known.perValue[value]! < least) break;
    const count = countAt(value);
    if (count < least) continue;
    const isAfter = (one: { value: number; count: number }) =>
      one.count < count ||
      (one.count === count && compareText(codes[value]!, codes[one.value]!) < 0);
    const place = most.findIndex(isAfter);
    if (place >= 0) most.splice(place, 0, { value, count });
    else if (most.length < limit) most.push({ value, count });
    if (most.length > limit) most.pop();
    if (most.length === limit) least = most.at(-1)!.count;
  }
  return most.map(({ value }) => codes[value]!);
}

const BY_COUNT = new WeakMap<FacetCounts, Uint32Array>();

/** The values by how many incidents they find, most first. */
function byCount(known: FacetCounts): Uint32Array {
  let order = BY_COUNT.get(known);
  if (!order) {
    order = inDescendingOrder(known.perValue);
    BY_COUNT.set(known, order);
  }
  return order;
}

/** The places of the numbers, the highest number first: dealt out by number, which are small. */
function inDescendingOrder(numbers: Uint32Array): Uint32Array {
  let highest = 0;
  for (let at = 0; at < numbers.length; at++) highest = Math.max(highest, numbers[at]!);
  const next = new Uint32Array(highest + 2);
  for (let at = 0; at < numbers.length; at++) next[highest - numbers[at]! + 1]!++;
  for (let n = 1; n < next.length; n++) next[n]! += next[n - 1]!;
  const order = new Uint32Array(numbers.length);
  for (let at = 0; at < numbers.length; at++) order[next[highest - numbers[at]!]!++] = at;
  return order;
}
