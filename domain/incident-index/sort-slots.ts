import { EXTENTS } from "./extents";
import { NUMBERS, SETS } from "./incident-facts";
import type { IncidentIndex } from "./incident-index";
import { layInOrder } from "./set-column";
import { addSlot, noSlots } from "./slot-bits";

/**
 * Gives the incidents slots in the order of the list, and their events and people places in that of the slots: what is
 * near in time then is near in memory, which makes going through either several times as quick. What is put in later
 * stands behind. Which slots have a value must be found anew.
 */
export function sortSlots(index: IncidentIndex): void {
  const { order, slots, events, shares } = index;
  // Columns keep their memory: a new one for each would be twice as much until it is collected.
  const before = new Int32Array(Math.max(slots, events.count, shares.count));
  const move = (column: Int32Array | Uint32Array, to = order, count = slots) =>
    moveWords(asWords(column), before, to, count);
  for (const name of NUMBERS) move(index.numbers[name]);
  for (const name of SETS) {
    const column = index.sets[name];
    move(column.of);
    if (column.sets === null) layInOrder(column, order.length);
  }
  for (const name of EXTENTS) move(index.extents[name]);
  move(index.numberOf);
  moveTies(index.tie, order, slots);
  const places = new Uint32Array(Math.max(events.count, shares.count));
  const eventPlaces = placesInOrder(places, order, index.eventsFrom, index.eventCount);
  for (const column of [events.earliest, events.latest, events.kind])
    move(column, eventPlaces, events.count);
  events.count = eventPlaces.length;
  const sharePlaces = placesInOrder(places, order, index.sharesFrom, index.shareCount);
  for (const column of [shares.area, shares.low, shares.best, shares.high])
    move(column, sharePlaces, shares.count);
  shares.count = sharePlaces.length;
  moveCounts(index.eventCount, order, slots);
  moveCounts(index.shareCount, order, slots);
  putStarts(index.eventsFrom, index.eventCount, order.length);
  putStarts(index.sharesFrom, index.shareCount, order.length);
  index.slots = order.length;
  index.free = [];
  index.taken = noSlots(index.room);
  index.slotOf = index.slotOf.fill(0);
  for (let slot = 0; slot < order.length; slot++) {
    addSlot(index.taken, slot);
    index.slotOf[index.numberOf[slot]!] = slot + 1;
    order[slot] = slot;
  }
}

function asWords(column: Int32Array | Uint32Array): Int32Array {
  return new Int32Array(column.buffer, column.byteOffset, column.length);
}

/** Puts first what a column has at the places, in their order. `before`: room for the `count` values it has. */
function moveWords(
  column: Int32Array,
  before: Int32Array,
  places: Uint32Array,
  count: number,
): void {
  before.set(column.subarray(0, count));
  for (let at = 0; at < places.length; at++) column[at] = before[places[at]!]!;
}

function moveTies(column: Float64Array, places: Uint32Array, count: number): void {
  const before = column.slice(0, count);
  for (let at = 0; at < places.length; at++) column[at] = before[places[at]!]!;
}

function moveCounts(column: Uint16Array, places: Uint32Array, count: number): void {
  const before = column.slice(0, count);
  for (let at = 0; at < places.length; at++) column[at] = before[places[at]!]!;
}

/** Where the parts of the slots stand, slot by slot, in `places`. */
function placesInOrder(
  places: Uint32Array,
  order: Uint32Array,
  from: Uint32Array,
  counts: Uint16Array,
): Uint32Array {
  let filled = 0;
  for (let at = 0; at < order.length; at++) {
    const slot = order[at]!;
    const end = from[slot]! + counts[slot]!;
    for (let part = from[slot]!; part < end; part++) places[filled++] = part;
  }
  return places.subarray(0, filled);
}

/** Where the parts of each slot begin, when they stand one after the other. */
function putStarts(starts: Uint32Array, counts: Uint16Array, slots: number): void {
  let start = 0;
  for (let slot = 0; slot < slots; slot++) {
    starts[slot] = start;
    start += counts[slot]!;
  }
}
