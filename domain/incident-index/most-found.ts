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
  return mostOf(codes, perValue, (value) => perValue[value]!, limit);
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
    most: (limit) => mostOf(codes, known.perValue, countAt, limit),
    countOf: (code) => countAt(byCode.get(code) ?? -1),
  };
}

/** `atMost`: by value, what its count cannot exceed. */
function mostOf(
  codes: readonly string[],
  atMost: Uint32Array,
  countAt: (value: number) => number,
  limit: number,
): string[] {
  const most: { value: number; count: number }[] = [];
  let least = 1;
  const hold = (value: number) => {
    const count = countAt(value);
    if (count < least) return;
    const isAfter = (one: { value: number; count: number }) =>
      one.count < count ||
      (one.count === count && compareText(codes[value]!, codes[one.value]!) < 0);
    if (most.length === limit && !isAfter(most.at(-1)!)) return;
    const place = most.findIndex(isAfter);
    most.splice(place < 0 ? most.length : place, 0, { value, count });
    if (most.length > limit) most.pop();
    if (most.length === limit) least = most.at(-1)!.count;
  };
  // After those that may have the most, hardly any other is to be counted.
  const many = countOfMost(atMost, HELD_FIRST);
  for (let value = 0; value < atMost.length; value++) if (atMost[value]! >= many) hold(value);
  for (let value = 0; value < atMost.length; value++)
    if (atMost[value]! < many && atMost[value]! >= least) hold(value);
  return most.map(({ value }) => codes[value]!);
}

const HELD_FIRST = 100;

/** The highest number that at least so many of the numbers reach; 1 where there are not so many. */
function countOfMost(numbers: Uint32Array, atLeast: number): number {
  let highest = 0;
  for (let at = 0; at < numbers.length; at++) highest = Math.max(highest, numbers[at]!);
  const having = new Uint32Array(highest + 1);
  for (let at = 0; at < numbers.length; at++) having[numbers[at]!]!++;
  for (let count = highest, reached = 0; count > 0; count--) {
    reached += having[count]!;
    if (reached >= atLeast) return count;
  }
  return 1;
}
