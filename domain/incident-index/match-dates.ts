import { askedDays } from "../asked-days";
import type { IncidentFilter } from "../incident-filter";
import { dayNumber } from "../partial-date";
import { NONE } from "./columns";
import { ALWAYS } from "./extents";
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
  const all = WITHIN.get(ranges) ?? allWithin(index, ranges);
  WITHIN.set(ranges, all);
  return { inside: inBoth(all.inside, slots), across: inBoth(all.across, slots) };
}

const WITHIN = new WeakMap<readonly DayRange[], Within>();

function allWithin(index: IncidentIndex, ranges: readonly DayRange[]): Within {
  const none = { inside: noSlots(index.room), across: noSlots(index.room) };
  const [first = none, ...more] = ranges.map((range) => slotsWithinOne(index, range));
  if (more.length === 0) return first;
  const inside = more.reduce((all, one) => inEither(all, one.inside), first.inside);
  const across = more.reduce((all, one) => inEither(all, one.across), first.across);
  return { inside, across: without(across, inside) };
}

function slotsWithinOne(
  { room, taken, extents, dateWords: { events, closedEvents, openEvents } }: IncidentIndex,
  { from, to, mode }: DayRange,
): Within {
  const { leastEarliest, mostEarliest, leastLatest, mostLatest } = extents;
  const isCertain = mode === "certain";
  const [first, last] = isCertain ? [leastEarliest, mostLatest] : [leastLatest, mostEarliest];
  // With the certain reading what is open is inside of nothing that has an end there.
  const firsts = isCertain ? closedEvents.leastEarliest : events.leastLatest;
  const lasts = isCertain ? closedEvents.mostLatest : events.mostEarliest;
  const [inside, across] = [noSlots(room), noSlots(room)];
  for (let word = 0; word < taken.length; word++) {
    const some = taken[word]!;
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

/** The dates of all incidents. */
export function holdDates(index: IncidentIndex, ranges: readonly DayRange[]) {
  // Without a range there still is what has no date.
  const [first, ...more] = (ranges.length > 0 ? ranges : [NEVER]).map((range) =>
    holdDatesInOne(index, range),
  );
  return more.reduce(
    (all, one) => ({
      certain: inEither(all.certain, one.certain),
      possible: inEither(all.possible, one.possible),
      undated: all.undated,
    }),
    first!,
  );
}

/** Holds no day at all. */
const NEVER: DayRange = { from: ALWAYS.last + 1, to: ALWAYS.first - 1, mode: "possible" };

function holdDatesInOne(
  { room, taken, numbers: { earliest, latest }, dateWords }: IncidentIndex,
  range: DayRange,
) {
  const { headline, undated, open } = dateWords;
  const { leastEarliest, mostLatest } = headline;
  const [certain, possible] = [noSlots(room), noSlots(room)];
  const ranges = [range];
  const { from, to } = range;
  for (let word = 0; word < taken.length; word++) {
    const dated = taken[word]! & ~undated[word]!;
    const closed = dated & ~open[word]!;
    let rest = dated;
    if (leastEarliest[word]! > to || mostLatest[word]! < from) rest = dated & ~closed;
    else if (leastEarliest[word]! >= from && mostLatest[word]! <= to) {
      certain[word] = closed;
      possible[word] = closed;
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
  return { certain, possible, undated };
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
