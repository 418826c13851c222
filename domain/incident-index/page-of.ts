import { NONE } from "./columns";
import { type IncidentIndex, slotOfNumber } from "./incident-index";
import { MATCHES, type Matching } from "./match-filter";

/** The numbers of the incidents that match, in the order of the slots given, from `offset` on, at most `limit`. */
export function numbersInOrder(
  { numberOf }: IncidentIndex,
  { state, holds }: Matching,
  order: Uint32Array,
  { offset = 0, limit = Number.POSITIVE_INFINITY }: { offset?: number; limit?: number } = {},
): number[] {
  const numbers: number[] = [];
  let skipped = 0;
  for (const slot of order) {
    if (state[slot] !== 0 || !(holds[slot]! & MATCHES)) continue;
    if (skipped < offset) skipped++;
    else if (numbers.push(numberOf[slot]!) >= limit) break;
  }
  return numbers;
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
