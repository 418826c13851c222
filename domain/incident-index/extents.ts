import { NONE } from "./columns";
import { monthOfDay, type NumberedMonth } from "./month-of-day";
import { noSlots, type SlotBits } from "./slot-bits";

/** Before and after every day; the difference of any two fits into 32 bits. */
export const ALWAYS = { first: -500_000_000, last: 500_000_000 };

export const EXTENTS = ["leastEarliest", "mostEarliest", "leastLatest", "mostLatest"] as const;

/**
 * Of some dates, by slot or by word of a set, the least and the most of their earliest and latest days; `ALWAYS` where
 * a side is open. Where there is no date, the least are `ALWAYS.last` and the most `ALWAYS.first`.
 */
export type Extents = Record<(typeof EXTENTS)[number], Int32Array>;

/**
 * One date of each slot, and of each word the extent of those that have both days, the slots that have none, and those
 * that have but one.
 */
export type DateColumn = Pick<Extents, "leastEarliest" | "mostLatest"> & {
  earliest: Int32Array;
  latest: Int32Array;
  undated: SlotBits;
  open: SlotBits;
};

/**
 * The dates of the events of some kinds, of all incidents: the one date of those that have one such event with a day;
 * those that have such an event with a day, and those that have several; and those that have one without. `areRight`:
 * by kind of event, 1 where it is one of them. `words`: of so many, from the first on, it was found.
 */
export type DatesOfKinds = DateColumn & {
  dated: SlotBits;
  many: SlotBits;
  withUndated: SlotBits;
  areRight(): Uint8Array;
  words: number;
};

/**
 * What is known of the dates of all slots of a word at once, since what is near in memory is near in time: their
 * extents by events, by events of those that have none with a side open, and by headline of those that have both days;
 * which of the slots have an event with a side open; which have no headline date, or but one day of it; which have
 * theirs wholly inside `month`, numbered `year * 12 + month`; and the first and the last day that is known of any
 * incident or event, the first above the last where none is.
 */
export type DateWords = {
  headline: Pick<Extents, "leastEarliest" | "mostLatest">;
  events: Extents;
  closedEvents: Pick<Extents, "leastEarliest" | "mostLatest">;
  openEvents: SlotBits;
  undated: SlotBits;
  open: SlotBits;
  inMonth: SlotBits;
  month: Int32Array;
  firstDay: Int32Array;
  lastDay: Int32Array;
};

export function noExtents(length: number): Extents {
  return {
    leastEarliest: new Int32Array(length),
    mostEarliest: new Int32Array(length),
    leastLatest: new Int32Array(length),
    mostLatest: new Int32Array(length),
  };
}

export function noDateWords(): DateWords {
  return {
    headline: { leastEarliest: new Int32Array(0), mostLatest: new Int32Array(0) },
    events: noExtents(0),
    closedEvents: { leastEarliest: new Int32Array(0), mostLatest: new Int32Array(0) },
    openEvents: noSlots(0),
    undated: noSlots(0),
    open: noSlots(0),
    inMonth: noSlots(0),
    month: new Int32Array(0),
    firstDay: new Int32Array(0),
    lastDay: new Int32Array(0),
  };
}

/** What an index tells of the dates of its slots; see there. */
type Dated = {
  taken: SlotBits;
  numbers: Record<"earliest" | "latest", Int32Array>;
  eventsFrom: Uint32Array;
  eventCount: Uint16Array;
  events: Record<"earliest" | "latest", Int32Array>;
  extents: Extents;
  dateWords: DateWords;
};

/** Finds anew what is known of the words; to be called for each in which a slot was changed, taken or given up. */
export function surveyWords(index: Dated, words: Iterable<number>): void {
  const { dateWords, extents, taken, numbers, eventsFrom, eventCount } = index;
  const { firstDay, lastDay } = dateWords;
  const { headline, events, closedEvents, openEvents, undated, open, inMonth, month } = dateWords;
  const calendar = calendarOfMonths();
  for (const word of words) {
    headline.leastEarliest[word] =
      closedEvents.leastEarliest[word] =
      events.leastEarliest[word] =
      events.leastLatest[word] =
        ALWAYS.last;
    headline.mostLatest[word] =
      closedEvents.mostLatest[word] =
      events.mostEarliest[word] =
      events.mostLatest[word] =
        ALWAYS.first;
    openEvents[word] = 0;
    firstDay[word] = ALWAYS.last;
    lastDay[word] = ALWAYS.first;
    undated[word] = 0;
    open[word] = 0;
    inMonth[word] = 0;
    let own: NumberedMonth | null = null;
    for (let rest = taken[word]!; rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest);
      const slot = (word << 5) + bit;
      const [earliest, latest] = [numbers.earliest[slot]!, numbers.latest[slot]!];
      const [first, last] = [extents.leastEarliest[slot]!, extents.mostLatest[slot]!];
      least(events.leastEarliest, word, first);
      most(events.mostEarliest, word, extents.mostEarliest[slot]!);
      least(events.leastLatest, word, extents.leastLatest[slot]!);
      most(events.mostLatest, word, last);
      if (first === ALWAYS.first || last === ALWAYS.last) openEvents[word]! |= 1 << bit;
      else {
        least(closedEvents.leastEarliest, word, first);
        most(closedEvents.mostLatest, word, last);
      }
      seeDay(dateWords, word, earliest);
      seeDay(dateWords, word, latest);
      const end = eventsFrom[slot]! + eventCount[slot]!;
      for (let at = eventsFrom[slot]!; at < end; at++) {
        seeDay(dateWords, word, index.events.earliest[at]!);
        seeDay(dateWords, word, index.events.latest[at]!);
      }
      if (earliest === NONE || latest === NONE) {
        const unknown = earliest === latest ? undated : open;
        unknown[word]! |= 1 << bit;
        continue;
      }
      least(headline.leastEarliest, word, earliest);
      most(headline.mostLatest, word, latest);
      own ??= calendar(earliest);
      if (earliest >= own.first && latest <= own.last) inMonth[word]! |= 1 << bit;
    }
    month[word] = own?.number ?? 0;
  }
}

function seeDay({ firstDay, lastDay }: DateWords, word: number, day: number): void {
  if (day === NONE) return;
  least(firstDay, word, day);
  most(lastDay, word, day);
}

function least(column: Int32Array, word: number, day: number): void {
  if (day < column[word]!) column[word] = day;
}

function most(column: Int32Array, word: number, day: number): void {
  if (day > column[word]!) column[word] = day;
}

/** The month of a day; that of the day before is found without a calendar. */
function calendarOfMonths(): (day: number) => NumberedMonth {
  let last: NumberedMonth | null = null;
  return (day) => {
    if (last === null || day < last.first || day > last.last) last = monthOfDay(day);
    return last;
  };
}
