import { NONE } from "./columns";
import type { IncidentIndex } from "./incident-index";

/** What tells in what order incidents are listed. */
type Ordered = {
  numbers: Pick<IncidentIndex["numbers"], "sortDay">;
  tie: Float64Array;
  numberOf: Uint32Array;
};

/** The slots in the order of the list: first dealt out by days, then each day by itself, which is quick for a million. */
export function orderSlots(index: Ordered, slots: Uint32Array): Uint32Array {
  const { sortDay } = index.numbers;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < slots.length; at++) {
    const day = sortDay[slots[at]!]!;
    if (day === NONE) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  // The last day comes first, and what has none behind the first.
  const days = last < first ? 1 : last - first + 2;
  const ends = new Uint32Array(days);
  for (let at = 0; at < slots.length; at++) {
    const day = sortDay[slots[at]!]!;
    ends[day === NONE ? days - 1 : last - day]!++;
  }
  let from = 0;
  for (let rank = 0; rank < days; rank++) {
    const count = ends[rank]!;
    ends[rank] = from;
    from += count;
  }
  const order = new Uint32Array(slots.length);
  for (let at = 0; at < slots.length; at++) {
    const day = sortDay[slots[at]!]!;
    order[ends[day === NONE ? days - 1 : last - day]!++] = slots[at]!;
  }
  from = 0;
  for (const end of ends) {
    if (end - from > 1) orderDay(index, order.subarray(from, end));
    from = end;
  }
  return order;
}

/** Newest first, unknown last; of one day, the higher id first, and never a tie: only the beginning of an id is known here. */
export function compareSlots({ numbers, tie, numberOf }: Ordered, a: number, b: number): number {
  return (
    numbers.sortDay[b]! - numbers.sortDay[a]! || tie[b]! - tie[a]! || numberOf[b]! - numberOf[a]!
  );
}

/** So many slots have a place that fits into a number beside the upper 32 of the 48 bits that tell them apart. */
const MOST_PLACES = 2 ** 20;

/** Orders slots of one day: as plain numbers, which are sorted several times as quickly as by asking for each two. */
function orderDay(index: Ordered, slots: Uint32Array): void {
  if (slots.length > MOST_PLACES) {
    slots.sort((a, b) => compareSlots(index, a, b));
    return;
  }
  const keys = new Float64Array(slots.length);
  for (let at = 0; at < slots.length; at++) {
    const upper = (index.tie[slots[at]!]! / 2 ** 16) >>> 0;
    keys[at] = (0xffffffff - upper) * MOST_PLACES + at;
  }
  keys.sort();
  const before = slots.slice();
  for (let at = 0; at < slots.length; at++) {
    const slot = before[keys[at]! % MOST_PLACES]!;
    // Hardly ever are the upper bits the same.
    let place = at;
    for (; place > 0 && compareSlots(index, slots[place - 1]!, slot) > 0; place--)
      slots[place] = slots[place - 1]!;
    slots[place] = slot;
  }
}
