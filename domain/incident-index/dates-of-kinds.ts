import { NONE } from "./columns";
import { ALWAYS, type DatesOfKinds } from "./extents";
import type { IncidentIndex } from "./incident-index";
import type { RightKinds } from "./match-kinds";
import { addSlot, hasSlot, noSlots, removeSlot } from "./slot-bits";
import { TurnOver } from "./sum-over";

/** So many are kept of an index, of 9 bytes a slot each. */
const MOST_KEPT = 4;

/**
 * Found once for all filters that ask for the same kinds, and then kept in line with every change.
 * Throws `TurnOver` where others are to have their turn before all were found; the next call goes on from there.
 */
export function datesOfKinds(index: IncidentIndex, kinds: RightKinds): DatesOfKinds {
  const { datesByKinds, taken } = index;
  const dates = datesByKinds.get(kinds.name) ?? noDates(index, kinds);
  datesByKinds.delete(kinds.name);
  datesByKinds.set(kinds.name, dates);
  if (datesByKinds.size > MOST_KEPT) datesByKinds.delete(datesByKinds.keys().next().value!);
  const isRight = dates.words < taken.length ? kinds.now() : null;
  while (isRight && dates.words < taken.length) {
    index.turn?.begins();
    const end = Math.min(dates.words + index.blockWords, taken.length);
    for (; dates.words < end; dates.words++) putWord(index, dates, isRight);
    if (index.turn?.isOver()) throw new TurnOver();
  }
  return dates;
}

function noDates({ room, taken }: IncidentIndex, kinds: RightKinds): DatesOfKinds {
  return {
    earliest: new Int32Array(room).fill(NONE),
    latest: new Int32Array(room).fill(NONE),
    leastEarliest: new Int32Array(taken.length),
    mostLatest: new Int32Array(taken.length),
    undated: noSlots(room),
    open: noSlots(room),
    dated: noSlots(room),
    many: noSlots(room),
    withUndated: noSlots(room),
    areRight: kinds.now,
    words: 0,
  };
}

/** The first word of which the dates were not found yet. */
function putWord(index: IncidentIndex, dates: DatesOfKinds, isRight: Uint8Array): void {
  const { words: word } = dates;
  for (let rest = index.taken[word]!; rest !== 0; rest &= rest - 1)
    putDates(index, dates, isRight, (word << 5) + 31 - Math.clz32(rest & -rest));
  surveyWord(dates, word);
}

/** Brings all that are kept in line with slots that were changed, taken or given up. */
export function followDates(index: IncidentIndex, slots: Iterable<number>): void {
  const { datesByKinds, room, taken } = index;
  const changed = [...slots];
  for (const [name, dates] of datesByKinds) {
    if (dates.earliest.length !== room) {
      datesByKinds.delete(name);
      continue;
    }
    const isRight = dates.areRight();
    for (const slot of changed) {
      dates.earliest[slot] = NONE;
      dates.latest[slot] = NONE;
      for (const bits of [dates.dated, dates.many, dates.withUndated]) removeSlot(bits, slot);
      if (hasSlot(taken, slot)) putDates(index, dates, isRight, slot);
    }
    for (const word of new Set(changed.map((slot) => slot >>> 5))) surveyWord(dates, word);
  }
}

function putDates(
  { eventsFrom, eventCount, events, datedTypeOf }: IncidentIndex,
  { earliest, latest, dated, many, withUndated }: DatesOfKinds,
  isRight: Uint8Array,
  slot: number,
): void {
  const end = eventsFrom[slot]! + eventCount[slot]!;
  let count = 0;
  let last = 0;
  for (let at = eventsFrom[slot]!; at < end; at++) {
    const kind = events.kind[at]!;
    if (isRight[kind] === 0) continue;
    if (datedTypeOf[kind] === 0) addSlot(withUndated, slot);
    else {
      count++;
      last = at;
    }
  }
  if (count === 0) return;
  addSlot(dated, slot);
  if (count > 1) addSlot(many, slot);
  else {
    earliest[slot] = events.earliest[last]!;
    latest[slot] = events.latest[last]!;
  }
}

function surveyWord(
  { earliest, latest, leastEarliest, mostLatest, undated, open, dated, many }: DatesOfKinds,
  word: number,
): void {
  const one = dated[word]! & ~many[word]!;
  undated[word] = ~one;
  open[word] = 0;
  let [least, most] = [ALWAYS.last, ALWAYS.first];
  for (let rest = one; rest !== 0; rest &= rest - 1) {
    const bit = rest & -rest;
    const slot = (word << 5) + 31 - Math.clz32(bit);
    const [first, last] = [earliest[slot]!, latest[slot]!];
    if (first === NONE || last === NONE) open[word]! |= bit;
    else {
      if (first < least) least = first;
      if (last > most) most = last;
    }
  }
  leastEarliest[word] = least;
  mostLatest[word] = most;
}
