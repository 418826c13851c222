import { EXTENTS } from "./extents";
import { NUMBERS, SETS } from "./incident-facts";
import type { IncidentIndex } from "./incident-index";
import { layInOrder } from "./set-column";
import { addSlot, noSlots } from "./slot-bits";

type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/**
 * Gives the incidents slots in the order of the list, and their events and people places in that of the slots: what is
 * near in time then is near in memory, which makes going through either several times as quick. What is put in later
 * stands behind. Which slots have a value must be found anew.
 */
export function sortSlots(index: IncidentIndex): void {
  const { order } = index;
  const moved = <C extends Column>(column: C): C => {
    const next = emptyLike(column, order.length);
    for (let slot = 0; slot < order.length; slot++) next[slot] = column[order[slot]!]!;
    return next;
  };
  for (const name of NUMBERS) index.numbers[name] = moved(index.numbers[name]);
  for (const name of SETS) {
    const column = index.sets[name];
    column.of = moved(column.of);
    if (column.sets === null) layInOrder(column, order.length);
  }
  for (const name of EXTENTS) index.extents[name] = moved(index.extents[name]);
  index.tie = moved(index.tie);
  index.numberOf = moved(index.numberOf);
  const events = placesInOrder(order, index.eventsFrom, index.eventCount);
  index.events = {
    count: events.length,
    earliest: pick(index.events.earliest, events),
    latest: pick(index.events.latest, events),
    kind: pick(index.events.kind, events),
  };
  const shares = placesInOrder(order, index.sharesFrom, index.shareCount);
  index.shares = {
    count: shares.length,
    area: pick(index.shares.area, shares),
    low: pick(index.shares.low, shares),
    best: pick(index.shares.best, shares),
    high: pick(index.shares.high, shares),
  };
  index.eventCount = moved(index.eventCount);
  index.shareCount = moved(index.shareCount);
  index.eventsFrom = startsOf(index.eventCount);
  index.sharesFrom = startsOf(index.shareCount);
  index.slots = order.length;
  index.free = [];
  index.taken = noSlots(index.room);
  index.slotOf = index.slotOf.fill(0);
  index.order = new Uint32Array(order.length);
  for (let slot = 0; slot < order.length; slot++) {
    addSlot(index.taken, slot);
    index.slotOf[index.numberOf[slot]!] = slot + 1;
    index.order[slot] = slot;
  }
}

/** Where the parts of the slots stand, slot by slot. */
function placesInOrder(order: Uint32Array, from: Uint32Array, counts: Uint16Array): Uint32Array {
  let length = 0;
  for (const slot of order) length += counts[slot]!;
  const places = new Uint32Array(length);
  let filled = 0;
  for (const slot of order)
    for (let part = 0; part < counts[slot]!; part++) places[filled++] = from[slot]! + part;
  return places;
}

/** What a column has at the places, in their order. */
function pick<C extends Column>(column: C, places: Uint32Array): C {
  const picked = emptyLike(column, places.length);
  for (let at = 0; at < places.length; at++) picked[at] = column[places[at]!]!;
  return picked;
}

function emptyLike<C extends Column>(column: C, length: number): C {
  return new (column.constructor as new (length: number) => C)(length);
}

/** Where the parts of each slot begin, when they stand one after the other. */
function startsOf(counts: Uint16Array): Uint32Array {
  const starts = new Uint32Array(counts.length);
  for (let slot = 1; slot < counts.length; slot++)
    starts[slot] = starts[slot - 1]! + counts[slot - 1]!;
  return starts;
}
