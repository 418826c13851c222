import { askedDays } from "../asked-days";
import type { IncidentFilter } from "../incident-filter";
import { dayNumber } from "../partial-date";
import { NONE } from "./columns";
import { ALWAYS, type DateColumn } from "./extents";
import type { IncidentIndex } from "./incident-index";
import { inBoth, inEither, noSlots, type SlotBits, without } from "./slot-bits";

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

/** What the dates of an incident or an event are to the range. */
export const MATCHES = 1;
export const CERTAINLY = 2;
export const POSSIBLY = 4;

/** Of some slots, those of which every event matches one of the ranges, and those of which some may and some may not. */
export type Within = { inside: SlotBits; across: SlotBits };

/** By ranges, by the mode too, of which several things are asked; what has no date is not looked at. */
export function slotsWithin(
  index: IncidentIndex,
  ranges: readonly DayRange[],
  slots: SlotBits,
): Within {
  const all = WITHIN.get(ranges) ?? holdExtents(index, ranges, index.taken);
  WITHIN.set(ranges, all);
  return { inside: inBoth(all.inside, slots), across: inBoth(all.across, slots) };
}

const WITHIN = new WeakMap<readonly DayRange[], Within>();

/** The same of few slots, which is found anew each time. */
export function holdExtents(
  index: IncidentIndex,
  ranges: readonly DayRange[],
  slots: SlotBits,
): Within {
  const none = { inside: noSlots(index.room), across: noSlots(index.room) };
  const [first = none, ...more] = ranges.map((range) => holdExtentsInOne(index, range, slots));
  if (more.length === 0) return first;
  const inside = more.reduce((all, one) => inEither(all, one.inside), first.inside);
  const across = more.reduce((all, one) => inEither(all, one.across), first.across);
  return { inside, across: without(across, inside) };
}

function holdExtentsInOne(
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
      // Only signs are looked at: to ask would cost more, since it cannot be foreseen.
      within |= (((from - first[slot]! - 1) & (last[slot]! - to - 1)) >>> 31) << at;
      const reaches = (leastEarliest[slot]! - to - 1) & (from - mostLatest[slot]! - 1);
      reaching |= (reaches >>> 31) << at;
    }
    inside[word] = within;
    across[word] = reaching & ~within;
  }
  return { inside, across };
}

/** Which of the dates are in any of the ranges, by either reading; `undated`: those that are not known. */
export type HeldDates = Record<"certain" | "possible" | "undated", SlotBits>;

/** The headline dates of all incidents. */
export function holdHeadlines(index: IncidentIndex, ranges: readonly DayRange[]): HeldDates {
  const { numbers, dateWords } = index;
  const { headline, undated, open } = dateWords;
  const { earliest, latest } = numbers;
  return holdDates(index, { earliest, latest, ...headline, undated, open }, ranges);
}

/** One date of each incident. */
export function holdDates(
  { room, taken }: IncidentIndex,
  dates: DateColumn,
  ranges: readonly DayRange[],
): HeldDates {
  const held: HeldDates = {
    certain: noSlots(room),
    possible: noSlots(room),
    undated: dates.undated,
  };
  for (const range of ranges) holdInOne(taken, dates, range, held);
  return held;
}

function holdInOne(
  taken: SlotBits,
  { earliest, latest, leastEarliest, mostLatest, undated, open }: DateColumn,
  range: DayRange,
  { certain, possible }: HeldDates,
): void {
  const ranges = [range];
  const { from, to } = range;
  for (let word = 0; word < taken.length; word++) {
    const dated = taken[word]! & ~undated[word]!;
    const closed = dated & ~open[word]!;
    let rest = dated;
    if (leastEarliest[word]! > to || mostLatest[word]! < from) rest = dated & ~closed;
    else if (leastEarliest[word]! >= from && mostLatest[word]! <= to) {
      certain[word]! |= closed;
      possible[word]! |= closed;
      rest = dated & ~closed;
    }
    for (; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      const slot = (word << 5) + 31 - Math.clz32(bit);
      const bits = dateBits(ranges, earliest[slot]!, latest[slot]!);
      if (bits & CERTAINLY) certain[word]! |= bit;
      if (bits & POSSIBLY) possible[word]! |= bit;
    }
  }
}

/** What the dates are to any of the ranges, with either reading, and with the one that is asked for; unknown ones are nothing. */
export function dateBits(ranges: readonly DayRange[], earliest: number, latest: number): number {
  if (earliest === NONE && latest === NONE) return 0;
  // An open side reaches without end.
  const first = earliest === NONE ? ALWAYS.first : earliest;
  const last = latest === NONE ? ALWAYS.last : latest;
  let bits = 0;
  for (let n = 0; n < ranges.length; n++) {
    const { from, to, mode } = ranges[n]!;
    if (first > to || last < from) continue;
    const isCertain = first >= from && last <= to;
    bits |= isCertain ? CERTAINLY | POSSIBLY | MATCHES : POSSIBLY;
    if (mode === "possible") bits |= MATCHES;
  }
  return bits;
}
