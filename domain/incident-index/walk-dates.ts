import { NONE } from "./columns";
import type { IncidentIndex } from "./incident-index";
import type { Matching } from "./match-filter";
import { rightKinds } from "./match-kinds";
import { monthOfDay } from "./month-of-day";
import { bitsOf, type SlotBits, type Words } from "./slot-bits";
import { type Adding, sumOver } from "./sum-over";

/** Months are numbered `year * 12 + month`, January 0; years as they are. */
export type DateUnit = "month" | "year";

/**
 * What is told of each incident. `possible`: it may lie anywhere from `start` to `end`, both inclusive and in the unit;
 * the stretches of one incident never overlap; and `certain`: it lies in that one, told once for each.
 */
export type DateTally = {
  unit: DateUnit;
  possible(slot: number, start: number, end: number): void;
  certain(slot: number, at: number): void;
};

/** The first and the last month that is known of any incident; null where none is. */
export function datedMonths({
  days,
}: Pick<IncidentIndex, "days">): { from: number; to: number } | null {
  return days.first > days.last
    ? null
    : { from: monthOfDay(days.first).number, to: monthOfDay(days.last).number };
}

/** A numbered month in the unit. */
export function inUnit(unit: DateUnit, month: number): number {
  return unit === "month" ? month : Math.floor(month / 12);
}

/**
 * Sums over where the dates of the matching incidents reach, as if no dates were asked for: those of the event that is
 * asked for where a type or modality is, else those of the headline. Unknown dates reach nowhere; open sides to the
 * ends of `datedMonths`. `tallies`: add what they are told, or take it off. `byMonth`: incidents whose one date lies in
 * one month are counted at the first places of the sums, a month each, and no tally is told of them.
 */
export function sumDates(
  index: IncidentIndex,
  matching: Matching,
  {
    name,
    length,
    byMonth = false,
    tallies,
  }: {
    name: string;
    length: number;
    byMonth?: boolean;
    tallies: (sums: Float64Array, sign: 1 | -1) => readonly DateTally[];
  },
): Float64Array {
  const { butForDates, isOfEvent, dated } = matching;
  const telling = (sums: Float64Array, sign: 1 | -1): Telling => ({
    tallies: tallies(sums, sign),
    months: byMonth ? sums : null,
    sign,
  });
  if (!isOfEvent) {
    const add: Adding = (sums, slots, sign, words) =>
      walkHeadlines(index, { slots, words }, telling(sums, sign));
    return sumOver(index, butForDates, { name, length, add });
  }
  const right = rightKinds(index, matching, { isDated: true });
  return sumOver(index, butForDates, {
    name: `${name} of ${right.name}`,
    length,
    base: dated,
    add: (sums, slots, sign, words) =>
      walkEvents(index, right.now(), { slots, words }, telling(sums, sign)),
  });
}

/** Who is told; `months` counts what lies in one month, if anything does. */
type Telling = { tallies: readonly DateTally[]; months: Float64Array | null; sign: 1 | -1 };

/** In which month a day is, and where open sides end. */
type Calendar = { from: number; to: number; first: number; months: Int32Array };

function calendarOf({ days }: IncidentIndex): Calendar {
  const known = CALENDARS.get(days);
  if (known) return known;
  const { from, to } = datedMonths({ days })!;
  const made = { from, to, first: days.first, months: monthTable(days.first, days.last) };
  CALENDARS.set(days, made);
  return made;
}

const CALENDARS = new WeakMap<IncidentIndex["days"], Calendar>();

/** The slots of some words. */
type Some = { slots: SlotBits; words: Words };

function walkHeadlines(index: IncidentIndex, { slots, words }: Some, telling: Telling): void {
  const calendar = calendarOf(index);
  const { months: into, sign } = telling;
  const { earliest, latest } = index.numbers;
  const { undated, inMonth, month } = index.dateWords;
  for (let word = words.from; word < words.to; word++) {
    let rest = slots[word]! & ~undated[word]!;
    if (rest === 0) continue;
    if (into) {
      const whole = rest & inMonth[word]!;
      if (whole !== 0) into[month[word]! - calendar.from]! += sign * bitsOf(whole);
      rest &= ~whole;
    }
    for (; rest !== 0; rest &= rest - 1) {
      const slot = (word << 5) + 31 - Math.clz32(rest & -rest);
      tellDate(calendar, telling, slot, earliest[slot]!, latest[slot]!);
    }
  }
}

function walkEvents(
  index: IncidentIndex,
  isRight: Uint8Array,
  { slots, words }: Some,
  telling: Telling,
): void {
  const calendar = calendarOf(index);
  const { from, to, first, months } = calendar;
  const { eventsFrom, eventCount } = index;
  const { earliest, latest, kind } = index.events;
  const stretchOf = (at: number): Stretch => {
    const [begins, ends] = [earliest[at]!, latest[at]!];
    return {
      start: begins === NONE ? from : months[begins - first]!,
      end: ends === NONE ? to : months[ends - first]!,
      isClosed: begins !== NONE && ends !== NONE,
    };
  };
  for (let word = words.from; word < words.to; word++) {
    for (let rest = slots[word]!; rest !== 0; rest &= rest - 1) {
      const slot = (word << 5) + 31 - Math.clz32(rest & -rest);
      let at = eventsFrom[slot]!;
      const past = at + eventCount[slot]!;
      while (at < past && isRight[kind[at]!] === 0) at++;
      if (at === past) continue;
      // Most have one date; then there is nothing to be held against it.
      const only = at;
      let many: Stretch[] | null = null;
      for (at++; at < past; at++)
        if (isRight[kind[at]!] === 1) {
          many ??= [stretchOf(only)];
          many.push(stretchOf(at));
        }
      if (many !== null) {
        tellMany(telling.tallies, slot, many);
        continue;
      }
      tellDate(calendar, telling, slot, earliest[only]!, latest[only]!);
    }
  }
}

/** In months; closed where both of its days are known. */
type Stretch = { start: number; end: number; isClosed: boolean };

/** One incident with one date, by its days; `NONE` = open. */
function tellDate(
  { from, to, first, months }: Calendar,
  { tallies, months: into, sign }: Telling,
  slot: number,
  begins: number,
  ends: number,
): void {
  const start = begins === NONE ? from : months[begins - first]!;
  const end = ends === NONE ? to : months[ends - first]!;
  const isClosed = begins !== NONE && ends !== NONE;
  if (into && isClosed && start === end) {
    into[start - from]! += sign;
    return;
  }
  for (let n = 0; n < tallies.length; n++) {
    const tally = tallies[n]!;
    const [least, most] = [inUnit(tally.unit, start), inUnit(tally.unit, end)];
    tally.possible(slot, least, most);
    if (isClosed && least === most) tally.certain(slot, least);
  }
}

/** One incident: possible wherever any of its dates reaches, certain where one lies wholly inside. */
function tellMany(tallies: readonly DateTally[], slot: number, stretches: Stretch[]): void {
  stretches.sort((a, b) => a.start - b.start);
  for (const tally of tallies) {
    let reached = Number.NEGATIVE_INFINITY;
    const certain = new Set<number>();
    for (const { start, end, isClosed } of stretches) {
      const [from, to] = [inUnit(tally.unit, start), inUnit(tally.unit, end)];
      if (to > reached) {
        tally.possible(slot, Math.max(from, reached + 1), to);
        reached = to;
      }
      if (isClosed && from === to) certain.add(from);
    }
    for (const at of certain) tally.certain(slot, at);
  }
}

/** From day to month by a table, which is ten times as quick as a calendar; the first day's at 0. */
function monthTable(first: number, last: number): Int32Array {
  const table = new Int32Array(last - first + 1);
  for (let day = first; day <= last; ) {
    const month = monthOfDay(day);
    table.fill(month.number, day - first, Math.min(month.last, last) + 1 - first);
    day = month.last + 1;
  }
  return table;
}
