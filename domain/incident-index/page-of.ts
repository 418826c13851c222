import { NONE } from "./columns";
import { type IncidentIndex, slotOfNumber } from "./incident-index";
import type { Matching } from "./match-filter";
import { hasSlot } from "./slot-bits";

/** The numbers of the incidents that match, in the order of the slots given, from `offset` on, at most `limit`. */
export function numbersInOrder(
  { numberOf }: IncidentIndex,
  { hits, total }: Matching,
  order: Uint32Array,
  { offset = 0, limit = Number.POSITIVE_INFINITY }: { offset?: number; limit?: number } = {},
): number[] {
  const wanted = Math.min(limit, total - offset);
  if (wanted <= 0) return [];
  // From the nearer end.
  const isNearEnd = offset > total / 2;
  const step = isNearEnd ? -1 : 1;
  let at = isNearEnd ? order.length - 1 : 0;
  for (
    let skip = isNearEnd ? total - offset - wanted : offset;
    skip > 0 && at >= 0 && at < order.length;
    at += step
  )
    skip -= (hits[order[at]! >>> 5]! >>> (order[at]! & 31)) & 1;
  const numbers = new Array<number>(wanted);
  let found = 0;
  for (; found < wanted && at >= 0 && at < order.length; at += step)
    if (hasSlot(hits, order[at]!)) numbers[found++] = numberOf[order[at]!]!;
  numbers.length = found;
  return isNearEnd ? numbers.reverse() : numbers;
}

/** The slots by date: newest or oldest first, unknown dates last either way. */
export function dateOrder(
  { order, numbers: { sortDay } }: IncidentIndex,
  descending: boolean,
): Uint32Array {
  if (descending) return order;
  const first = order.findIndex((slot) => sortDay[slot] === NONE);
  const known = first < 0 ? order.length : first;
  const ascending = new Uint32Array(order.length);
  ascending.set(order.slice(0, known).reverse());
  ascending.set(order.slice(known).reverse(), known);
  return ascending;
}

/** The slots of the incidents' numbers, in their order. */
export function slotsOf(index: IncidentIndex, numbers: readonly number[]): Uint32Array {
  return Uint32Array.from(numbers.map((number) => slotOfNumber(index, number)!));
}
