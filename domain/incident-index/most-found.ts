import { compareText } from "../compare-text";
import { type FacetCounts, foundSlots } from "./count-facets";
import { countPerValue } from "./count-per-value";
import { countHaving } from "./having";
import type { IncidentIndex } from "./incident-index";
import type { Matching } from "./match-filter";
import { OF_INCIDENT } from "./match-incidents";
import { countSlots } from "./slot-bits";

/** The codes that find the most, at most `limit`, of those that find as many the first by their bytes. */
export function mostFound({ codes, perValue }: FacetCounts, limit: number): string[] {
  const most: Counted[] = [];
  for (let value = 0, least = 1; value < perValue.length; value++)
    if (perValue[value]! >= least)
      least = hold(most, { code: codes[value]!, count: perValue[value]! }, limit);
  return most.map(({ code }) => code);
}

/**
 * The same of a facet whose values are many, and how many incidents a code finds. No value has more than is `known` of
 * it, so that from those with the most on few are looked at; of few incidents all values are counted.
 */
export function rareFacet(
  index: IncidentIndex,
  matching: Matching,
  name: (typeof OF_INCIDENT)[number],
  known: FacetCounts,
): { most(limit: number): string[]; countOf(code: string): number } {
  const { having, codes, byCode } = index.sets[name];
  const slots = foundSlots(matching, OF_INCIDENT.indexOf(name));
  const count = countSlots(slots);
  let all: FacetCounts | null = null;
  const countAll = () => {
    all ??= { codes, byCode, perValue: countPerValue(index, name, slots) };
    return all;
  };
  const countAt = (value: number) =>
    all ? (all.perValue[value] ?? 0) : having[value] ? countHaving(having[value], slots) : 0;
  return {
    most(limit) {
      const isMany = count * 8 > index.order.length;
      const most = isMany ? mostOf(known, countAt, count, limit) : null;
      return most ?? mostFound(countAll(), limit);
    },
    countOf: (code) => countAt(byCode.get(code) ?? -1),
  };
}

/** To count a value takes as long as to go through the values of so many slots. */
const SLOTS_PER_VALUE = 3;

/**
 * The same where no count exceeds what is `known` of its value, and to count takes a while; null where it would take
 * longer than to count all for so many slots.
 */
function mostOf(
  { codes, perValue }: FacetCounts,
  countAt: (value: number) => number,
  slots: number,
  limit: number,
): string[] | null {
  const most: Counted[] = [];
  let least = 1;
  const count = (value: number) => {
    if (perValue[value]! < least) return;
    least = hold(most, { code: codes[value]!, count: countAt(value) }, limit);
  };
  // After those of which the most are known, hardly any other is to be counted.
  const many = MANY.get(perValue) ?? countOfMost(perValue, COUNTED_FIRST);
  MANY.set(perValue, many);
  for (const value of valuesWith(perValue, many, Number.MAX_SAFE_INTEGER)) count(value);
  if (least >= many) return most.map(({ code }) => code);
  const rest = valuesWith(perValue, least, many);
  if (rest.length * SLOTS_PER_VALUE > slots) return null;
  for (const value of rest) count(value);
  return most.map(({ code }) => code);
}

const COUNTED_FIRST = 200;
/** What is known of all is the same for every filter. */
const MANY = new WeakMap<Uint32Array, number>();

type Counted = { code: string; count: number };

/** Puts a code among the first, at most `limit`, where it belongs; returns the least count that may belong there too. */
function hold(most: Counted[], one: Counted, limit: number): number {
  const isBefore = (other: Counted) =>
    other.count < one.count || (other.count === one.count && compareText(one.code, other.code) < 0);
  const isFull = most.length === limit;
  if (one.count > 0 && !(isFull && !isBefore(most.at(-1)!))) {
    const place = most.findIndex(isBefore);
    most.splice(place < 0 ? most.length : place, 0, one);
    if (isFull) most.pop();
  }
  return most.length === limit ? most.at(-1)!.count : 1;
}

/** The places of the numbers from `least` on that are less than `past`. */
function valuesWith(numbers: Uint32Array, least: number, past: number): number[] {
  const values: number[] = [];
  for (let at = 0; at < numbers.length; at++)
    if (numbers[at]! >= least && numbers[at]! < past) values.push(at);
  return values;
}

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
