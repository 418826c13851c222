import { askedDays } from "../asked-days";
import type { IncidentFilter } from "../incident-filter";
import { dayNumber } from "../partial-date";
import { NONE } from "./columns";
import { ALWAYS, type DateColumn } from "./extents";
import type { IncidentIndex } from "./incident-index";
import { inEither, noSlots, type SlotBits, without } from "./slot-bits";

/** Day numbers, inclusive; `ALWAYS` where open. */
export type DayRange = { from: number; to: number; mode: IncidentFilter["dates"] };

/** The stretches of days that a filter asks for, of which no two touch; null where it asks for none. */
export function dayRanges(filter: IncidentFilter): DayRange[] | null {
  const ranges = askedDays(filter)?.map(({ from, to }) => ({
    from: from === null ? ALWAYS.first : dayNumber(from),
    to: to === null ? ALWAYS.last : dayNumber(to),
    mode: filter.dates,
  }));
  return ranges ?? null;
}

/** What the dates of an event are to the range. */
export const CERTAINLY = 1;
export const POSSIBLY = 2;

/**
 * Of some slots, those of which every event that is looked at matches one of the ranges, and those of which some may and
 * some may not.
 */
export type Within = { inside: SlotBits; across: SlotBits };

/** By ranges, by the mode too, of which several things are asked; what has no date is not looked at. */
export function slotsWithin(
  index: IncidentIndex,
  ranges: readonly DayRange[],
  slots: SlotBits,
): Within {
  const none = { inside: noSlots(index.room), across: noSlots(index.room) };
  const [first = none, ...more] = ranges.map((range) => slotsWithinOne(index, range, slots));
  if (more.length === 0) return first;
  const inside = more.reduce((all, one) => inEither(all, one.inside), first.inside);
  const across = more.reduce((all, one) => inEither(all, one.across), first.across);
  return { inside, across: without(across, inside) };
}

function slotsWithinOne(
  { room, extents, dateWords: { events, closedEvents, openEvents } }: IncidentIndex,
  { from, to, mode }: DayRange,
  slots: SlotBits,
): Within {
  const { leastEarliest, mostEarliest, leastLatest, mostLatest } = extents;
  const isCertain = mode === "certain";
  const [first, last] = isCertain ? [leastEarliest, mostLatest] : [leastLatest, mostEarliest];
  // With the certain reading what is open is inside of nothing that has an end there.
  const firsts = isCertain ? closedEvents.leastEarliest : events.leastLatest;
  const lasts = isCertain ? closedEvents.mostLatest : events.mostEarliest;
  const [inside, across] = [noSlots(room), noSlots(room)];
  for (let word = 0; word < slots.length; word++) {
    const some = slots[word]!;
    if (some === 0 || events.leastEarliest[word]! > to || events.mostLatest[word]! < from) continue;
    const open = some & openEvents[word]!;
    let [within, reaching, rest] = [0, 0, some];
    if (closedEvents.leastEarliest[word]! > to || closedEvents.mostLatest[word]! < from)
      rest = open;
    else if (firsts[word]! >= from && lasts[word]! <= to) {
      rest = isCertain ? open : 0;
      within = some & ~rest;
    }
    for (; rest !== 0; rest &= rest - 1) {
      const at = 31 - Math.clz32(rest & -rest);
      const slot = (word << 5) + at;
      within |= isBothBelow(from - first[slot]! - 1, last[slot]! - to - 1) << at;
      reaching |= isBothBelow(leastEarliest[slot]! - to - 1, from - mostLatest[slot]! - 1) << at;
    }
    inside[word] = within;
    across[word] = reaching & ~within;
  }
  return { inside, across };
}

/** Which of the dates are in any of the ranges, by either reading; `undated`: those that are not known. */
export type HeldDates = Record<"certain" | "possible" | "undated", SlotBits>;

/** The headline dates of some incidents. */
export function holdHeadlines(
  index: IncidentIndex,
  ranges: readonly DayRange[],
  slots = index.taken,
): HeldDates {
  const { numbers, dateWords } = index;
  const { headline, undated, open } = dateWords;
  const { earliest, latest } = numbers;
  return holdDates(slots, { earliest, latest, ...headline, undated, open }, ranges);
}

/** One date of each of some incidents. */
export function holdDates(
  slots: SlotBits,
  dates: DateColumn,
  ranges: readonly DayRange[],
): HeldDates {
  const held: HeldDates = {
    certain: new Int32Array(slots.length),
    possible: new Int32Array(slots.length),
    undated: dates.undated,
  };
  for (const range of ranges) holdInOne(slots, dates, range, held);
  return held;
}

function holdInOne(
  slots: SlotBits,
  { earliest, latest, leastEarliest, mostLatest, undated, open }: DateColumn,
  { from, to }: DayRange,
  { certain, possible }: HeldDates,
): void {
  for (let word = 0; word < slots.length; word++) {
    const dated = slots[word]! & ~undated[word]!;
    if (dated === 0) continue;
    const closed = dated & ~open[word]!;
    let [inside, reaching, rest] = [0, 0, dated];
    if (leastEarliest[word]! > to || mostLatest[word]! < from) rest = dated & ~closed;
    else if (leastEarliest[word]! >= from && mostLatest[word]! <= to) {
      inside = closed;
      reaching = closed;
      rest = dated & ~closed;
    }
    for (; rest !== 0; rest &= rest - 1) {
      const at = 31 - Math.clz32(rest & -rest);
      const slot = (word << 5) + at;
      const first = ifUnknown(earliest[slot]!, ALWAYS.first);
      const last = ifUnknown(latest[slot]!, ALWAYS.last);
      inside |= isBothBelow(from - first - 1, last - to - 1) << at;
      reaching |= isBothBelow(first - to - 1, from - last - 1) << at;
    }
    certain[word]! |= inside;
    possible[word]! |= reaching;
  }
}

/** 1 where the dates of an event match one of the ranges, by what each asks for; unknown ones match none. */
export function isInRanges(ranges: readonly DayRange[], earliest: number, latest: number): number {
  const first = ifUnknown(earliest, ALWAYS.first);
  const last = ifUnknown(latest, ALWAYS.last);
  const differs = (earliest ^ NONE) | (latest ^ NONE);
  let isIn = 0;
  for (let n = 0; n < ranges.length; n++) {
    const { from, to, mode } = ranges[n]!;
    isIn |=
      mode === "certain"
        ? isBothBelow(from - first - 1, last - to - 1)
        : isBothBelow(first - to - 1, from - last - 1);
  }
  return isIn & ((differs | -differs) >>> 31);
}

/** A day, or another number where it is `NONE`. */
function ifUnknown(day: number, otherwise: number): number {
  const differs = day ^ NONE;
  const isKnown = (differs | -differs) >> 31;
  return (day & isKnown) | (otherwise & ~isKnown);
}

/** 1 where both are below 0. Only signs are looked at: to ask would cost more, since it cannot be foreseen. */
function isBothBelow(a: number, b: number): number {
  return (a & b) >>> 31;
}

/** What the dates are to any of the ranges, with either reading; unknown ones are nothing. */
export function dateBits(ranges: readonly DayRange[], earliest: number, latest: number): number {
  if (earliest === NONE && latest === NONE) return 0;
  // An open side reaches without end.
  const first = earliest === NONE ? ALWAYS.first : earliest;
  const last = latest === NONE ? ALWAYS.last : latest;
  let bits = 0;
  for (let n = 0; n < ranges.length; n++) {
    const { from, to } = ranges[n]!;
    if (first > to || last < from) continue;
    bits |= first >= from && last <= to ? CERTAINLY | POSSIBLY : POSSIBLY;
  }
  return bits;
}
