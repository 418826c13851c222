import { blockReader } from "./block-reader";
import { withRoom } from "./columns";
import { countStanding } from "./count-per-value";
import { followDates } from "./dates-of-kinds";
import { EXTENTS, surveyWords } from "./extents";
import { factsReader } from "./facts-reader";
import {
  changeHaving,
  findHavingParts,
  findHavingSets,
  groupHaving,
  makeRoom,
  type ValuesOf,
} from "./having";
import { NUMBERS, SETS } from "./incident-facts";
import { type IncidentIndex, slotOfNumber } from "./incident-index";
import { compareSlots, orderSlots } from "./order-slots";
import { changePerValue, valuesOfSet, valuesOfSlots } from "./set-column";
import { addSlot, hasSlot, noSlots, removeSlot, slotsIn } from "./slot-bits";
import { sortSlots } from "./sort-slots";
import { changeSums } from "./sum-over";

const MANY_CHANGES = 5_000;

/** An incident as it is now: its number and its line of facts, null where it is not, or no more, to be found. */
export type EntryChange = { number: number; facts: string | null };

/**
 * Brings the index in line with what changed, batch by batch; a number that is named twice is as it is named last.
 * Between the first batch and `finish` the index is of no use. After more than `many` changes what can be found anew is.
 * `expected`: how many slots there will be, so that room is made once. `putBlock` takes a block into an index that was
 * empty and has none of its incidents yet; false, with nothing done, where it cannot be read.
 */
export function startChanges(
  index: IncidentIndex,
  { many = MANY_CHANGES, expected = 0 }: { many?: number; expected?: number } = {},
): {
  put(changes: readonly EntryChange[]): void;
  putBlock(bytes: Uint8Array): boolean;
  finish(): void;
} {
  let count = 0;
  const changed = new Set<number>();
  // Which slots have a value is kept up to date where little changes, and found anew where much does.
  let isKept = index.order.length > 0;
  // A little more than that, or the first that is saved then would have every column copied.
  if (expected > 0) {
    grow(index, Math.ceil(expected * 1.01) + 256);
    index.slotOf = withRoom(index.slotOf, Math.ceil(expected * 1.01) + 256);
  }
  let blocks: ReturnType<typeof blockReader> | null = null;
  return {
    putBlock(bytes) {
      blocks ??= blockReader(index);
      if (!blocks.isBlock(bytes)) return false;
      grow(index, blocks.incidentsOf(bytes));
      blocks.put(bytes, expected);
      return true;
    },
    put(changes) {
      grow(index, changes.length);
      const putFacts = factsReader(index);
      count += changes.length;
      if (count > many) isKept = false;
      // All at once, while every column tells of them as they were.
      if (isKept) changeSums(index, slotsToChange(index, changes, changed), -1);
      for (const { number, facts } of changes) {
        const known = slotOfNumber(index, number);
        if (facts === null && known === null) continue;
        if (known !== null && isKept) changeSets(index, known, false);
        const slot = known ?? take(index, number);
        if (isKept) changed.add(slot);
        if (facts === null) release(index, slot, number);
        else {
          putFacts(slot, facts);
          if (isKept) changeSets(index, slot, true);
        }
      }
    },
    finish() {
      if (isKept) {
        reorder(index, changed);
        surveyWords(index, new Set(Array.from(changed, (slot) => slot >>> 5)));
        followDates(index, changed);
        const { first, last } = index.days;
        index.days = daysOf(index);
        // Months are counted from the first day that is known to the last.
        if (index.days.first !== first || index.days.last !== last) index.sums.clear();
        changeSums(
          index,
          [...changed].filter((slot) => hasSlot(index.taken, slot)),
          1,
        );
        return;
      }
      index.sums.clear();
      index.datesByKinds.clear();
      index.order = orderSlots(index, slotsIn(index.taken));
      sortSlots(index);
      surveyWords(index, index.taken.keys());
      index.days = daysOf(index);
      const { slots, room, briefs, sets } = index;
      for (const name of SETS) {
        const count = sets[name].codes.length;
        const having = findHavingSets(sets[name], { count, slots, room });
        sets[name].having = having;
      }
      for (const name of SETS) sets[name].perValue = countStanding(index, name);
      const { events, eventsFrom, eventCount, briefOf, datedTypeOf } = index;
      index.havingBrief = findHavingParts(
        { values: events.kind, as: briefOf, from: eventsFrom, counts: eventCount },
        { count: briefs.length, slots, room },
      );
      // Kinds of one brief are of one type, and all of them dated or none.
      index.havingDatedType = groupHaving(
        index.havingBrief,
        (brief) => datedTypeOf[briefs[brief]!]!,
        { count: sets.type.codes.length + 1, room },
      );
    },
  };
}

/** The slots of what changes that the sums still have. */
function slotsToChange(
  index: IncidentIndex,
  changes: readonly EntryChange[],
  changed: ReadonlySet<number>,
): number[] {
  const known = changes.flatMap(({ number }) => slotOfNumber(index, number) ?? []);
  return [...new Set(known)].filter((slot) => !changed.has(slot));
}

function changeSets(index: IncidentIndex, slot: number, isIn: boolean): void {
  for (const name of SETS) {
    const column = index.sets[name];
    changeHaving(column.having, slot, valuesOfSlots(column), isIn);
    if (!isRetracted(index, slot)) column.perValue = changePerValue(column, slot, isIn ? 1 : -1);
  }
  const [byBrief, byType] = valuesOfEvents(index);
  changeHaving(index.havingBrief, slot, byBrief, isIn);
  changeHaving(index.havingDatedType, slot, byType, isIn);
}

function isRetracted({ sets: { review } }: IncidentIndex, slot: number): boolean {
  const retracted = review.byCode.get("retracted");
  return retracted !== undefined && valuesOfSet(review, review.of[slot]!).includes(retracted);
}

/** The briefs, and the types of what is dated, of the events of slots. */
function valuesOfEvents(index: IncidentIndex): [ValuesOf, ValuesOf] {
  const { events, eventsFrom, eventCount, briefOf, datedTypeOf } = index;
  const of = (as: Uint32Array): ValuesOf => ({
    values: events.kind,
    as,
    from: (slot) => eventsFrom[slot]!,
    end: (slot) => eventsFrom[slot]! + eventCount[slot]!,
  });
  return [of(briefOf), of(datedTypeOf)];
}

/** Makes room for so many slots more in every column. */
function grow(index: IncidentIndex, more: number): void {
  const length = index.slots + more;
  if (length > index.room) {
    index.room = Math.ceil(length * 1.2) + 1024;
    const words = noSlots(index.room).length;
    index.taken = withRoom(index.taken, words);
    growDateWords(index, words);
    for (const name of SETS) makeRoom(index.sets[name].having, index.room);
    makeRoom(index.havingBrief, index.room);
    makeRoom(index.havingDatedType, index.room);
  }
  index.numberOf = withRoom(index.numberOf, length);
  index.tie = withRoom(index.tie, length);
  index.eventsFrom = withRoom(index.eventsFrom, length);
  index.eventCount = withRoom(index.eventCount, length);
  index.sharesFrom = withRoom(index.sharesFrom, length);
  index.shareCount = withRoom(index.shareCount, length);
  for (const name of EXTENTS) index.extents[name] = withRoom(index.extents[name], length);
  for (const name of NUMBERS) index.numbers[name] = withRoom(index.numbers[name], length);
  for (const name of SETS) index.sets[name].of = withRoom(index.sets[name].of, length);
}

function growDateWords({ dateWords }: IncidentIndex, words: number): void {
  const { headline, events, closedEvents } = dateWords;
  for (const name of EXTENTS) events[name] = withRoom(events[name], words);
  for (const closed of [headline, closedEvents]) {
    closed.leastEarliest = withRoom(closed.leastEarliest, words);
    closed.mostLatest = withRoom(closed.mostLatest, words);
  }
  dateWords.openEvents = withRoom(dateWords.openEvents, words);
  dateWords.firstDay = withRoom(dateWords.firstDay, words);
  dateWords.lastDay = withRoom(dateWords.lastDay, words);
  dateWords.open = withRoom(dateWords.open, words);
  dateWords.undated = withRoom(dateWords.undated, words);
  dateWords.inMonth = withRoom(dateWords.inMonth, words);
  dateWords.month = withRoom(dateWords.month, words);
}

function take(index: IncidentIndex, number: number): number {
  const slot = index.free.pop() ?? index.slots++;
  index.slotOf = withRoom(index.slotOf, number + 1);
  index.slotOf[number] = slot + 1;
  index.numberOf[slot] = number;
  addSlot(index.taken, slot);
  return slot;
}

function release(index: IncidentIndex, slot: number, number: number): void {
  removeSlot(index.taken, slot);
  index.slotOf[number] = 0;
  index.eventCount[slot] = 0;
  index.shareCount[slot] = 0;
  index.free.push(slot);
}

/** Takes the changed slots out of the order and puts those that are taken in again, each where it belongs. */
function reorder(index: IncidentIndex, changed: ReadonlySet<number>): void {
  const before = index.order;
  const places = placesIn(index, changed);
  const taken = Uint32Array.from(changed).filter((slot) => hasSlot(index.taken, slot));
  if (places.length === taken.length && places.every((place) => isInOrder(index, place))) return;
  const added = orderSlots(index, taken);
  const order = new Uint32Array(before.length + added.length);
  let [from, end] = [0, 0];
  for (const place of [...places, before.length]) {
    order.set(before.subarray(from, place), end);
    end += place - from;
    from = place + 1;
  }
  index.order = order.subarray(0, end + added.length);
  for (let n = added.length - 1; n >= 0; n--) {
    const place = placeIn(index, order.subarray(0, end), added[n]!);
    // What comes behind moves up by the incidents that are still to be put in.
    order.copyWithin(place + n + 1, place, end);
    order[place + n] = added[n]!;
    end = place;
  }
}

/** Whether what stands at a place is taken, and belongs behind what stands before it and before what stands behind. */
function isInOrder(index: IncidentIndex, place: number): boolean {
  const { order, taken } = index;
  const isBehind = (at: number) =>
    at === 0 || at === order.length || compareSlots(index, order[at - 1]!, order[at]!) < 0;
  return hasSlot(taken, order[place]!) && isBehind(place) && isBehind(place + 1);
}

/** Where the slots stand in the order, ascending. */
function placesIn({ order, room }: IncidentIndex, slots: ReadonlySet<number>): number[] {
  if (slots.size <= SOUGHT_ONE_BY_ONE)
    return Array.from(slots, (slot) => order.indexOf(slot))
      .filter((place) => place >= 0)
      .sort((a, b) => a - b);
  const sought = noSlots(room);
  for (const slot of slots) addSlot(sought, slot);
  const places: number[] = [];
  for (let place = 0; place < order.length; place++)
    if (hasSlot(sought, order[place]!)) places.push(place);
  return places;
}

/** To seek a slot takes a tenth of the time that it takes to ask of each whether it is one of them. */
const SOUGHT_ONE_BY_ONE = 10;

/** How many of the slots, which are in the order of the list, stand before another. */
function placeIn(index: IncidentIndex, order: Uint32Array, slot: number): number {
  let from = 0;
  for (let to = order.length; from < to; ) {
    const middle = (from + to) >>> 1;
    if (compareSlots(index, order[middle]!, slot) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The first and the last day that is known of any incident or event. */
function daysOf({ taken, dateWords: { firstDay, lastDay } }: IncidentIndex): IncidentIndex["days"] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let word = 0; word < taken.length; word++) {
    if (taken[word] === 0 || firstDay[word]! > lastDay[word]!) continue;
    first = Math.min(first, firstDay[word]!);
    last = Math.max(last, lastDay[word]!);
  }
  return { first, last };
}
