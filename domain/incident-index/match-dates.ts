import { askedDays } from "../asked-days";
import type { IncidentFilter } from "../incident-filter";
import { dayNumber } from "../partial-date";
import { NONE } from "./columns";
import { ALWAYS } from "./extents";
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

/** What the dates of an incident or an event are to the range. */
export const MATCHES = 1;
export const CERTAINLY = 2;
export const POSSIBLY = 4;

/**
 * Of some slots, those of which every event matches one of the ranges, and those of which some may and some may not;
 * what has no date is not looked at.
 */
export function slotsWithin(
  index: IncidentIndex,
  ranges: readonly DayRange[],
  slots: SlotBits,
): { inside: SlotBits; across: SlotBits } {
  const none = { inside: noSlots(index.room), across: noSlots(index.room) };
  const [first = none, ...more] = ranges.map((range) => slotsWithinOne(index, range, slots));
  if (more.length === 0) return first;
  const inside = more.reduce((all, one) => inEither(all, one.inside), first.inside);
  const across = more.reduce((all, one) => inEither(all, one.across), first.across);
  return { inside, across: without(across, inside) };
}

function slotsWithinOne(
  { room, slots: past, extents, dateWords: { events } }: IncidentIndex,
  range: DayRange,
  slots: SlotBits,
): { inside: SlotBits; across: SlotBits } {
  const { leastEarliest, mostEarliest, leastLatest, mostLatest } = extents;
  const isCertain = range.mode === "certain";
  const [first, last] = isCertain ? [leastEarliest, mostLatest] : [leastLatest, mostEarliest];
  const firsts = isCertain ? events.leastEarliest : events.leastLatest;
  const lasts = isCertain ? events.mostLatest : events.mostEarliest;
  const [inside, across] = [noSlots(room), noSlots(room)];
  const { from, to } = range;
  for (let word = 0; word < slots.length; word++) {
    const some = slots[word]!;
    if (some === 0 || events.leastEarliest[word]! > to || events.mostLatest[word]! < from) continue;
    if (firsts[word]! >= from && lasts[word]! <= to) {
      inside[word] = some;
      continue;
    }
    let [within, reaching] = [0, 0];
    const end = Math.min(past, (word + 1) << 5);
    for (let slot = word << 5; slot < end; slot++) {
      const bit = slot & 31;
      // Only signs are looked at: to ask would cost more, since it cannot be foreseen.
      within |= (((from - first[slot]! - 1) & (last[slot]! - to - 1)) >>> 31) << bit;
      const reaches = (leastEarliest[slot]! - to - 1) & (from - mostLatest[slot]! - 1);
      reaching |= (reaches >>> 31) << bit;
    }
    inside[word] = within & some;
    across[word] = reaching & ~within & some;
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
  { room, slots: past, taken, numbers: { earliest, latest }, dateWords }: IncidentIndex,
  range: DayRange,
) {
  const { headline, undated } = dateWords;
  const { leastEarliest, mostLatest } = headline;
  const [certain, possible] = [noSlots(room), noSlots(room)];
  const { from, to } = range;
  for (let word = 0; word < taken.length; word++) {
    const dated = taken[word]! & ~undated[word]!;
    if (dated === 0 || leastEarliest[word]! > to || mostLatest[word]! < from) continue;
    if (leastEarliest[word]! >= from && mostLatest[word]! <= to) {
      certain[word] = dated;
      possible[word] = dated;
      continue;
    }
    let [inside, reaching] = [0, 0];
    const end = Math.min(past, (word + 1) << 5);
    for (let slot = word << 5; slot < end; slot++) {
      const bit = slot & 31;
      // An open side reaches without end.
      const first = earliest[slot] === NONE ? ALWAYS.first : earliest[slot]!;
      const last = latest[slot] === NONE ? ALWAYS.last : latest[slot]!;
      // As in `slotsWithin`.
      inside |= (((from - first - 1) & (last - to - 1)) >>> 31) << bit;
      reaching |= (((first - to - 1) & (from - last - 1)) >>> 31) << bit;
    }
    certain[word] = inside & dated;
    possible[word] = reaching & dated;
  }
  return { certain, possible, undated };
}

/** What the dates are to any of the ranges; see `dateBitsInOne`. */
export function dateBits(ranges: readonly DayRange[], earliest: number, latest: number): number {
  let bits = 0;
  for (let n = 0; n < ranges.length; n++) bits |= dateBitsInOne(ranges[n]!, earliest, latest);
  return bits;
}

/**
 * What the dates are to the range: with either reading, and with the one that is asked for; unknown ones are nothing.
 * Reckoned with 0 and 1 and without asking: what cannot be foreseen costs more than all of this.
 */
function dateBitsInOne({ from, to, mode }: DayRange, earliest: number, latest: number): number {
  const isKnown = +(earliest !== NONE) | +(latest !== NONE);
  // `NONE` lies before every day.
  const begins = +(earliest >= from) | +(from === ALWAYS.first);
  const ends = (+(latest <= to) & +(latest !== NONE)) | +(to === ALWAYS.last);
  const certain = begins & ends & isKnown;
  const possible = +(earliest <= to) & (+(latest >= from) | +(latest === NONE)) & isKnown;
  const matches = mode === "certain" ? certain : possible;
  return (matches * MATCHES) | (certain * CERTAINLY) | (possible * POSSIBLY);
}
