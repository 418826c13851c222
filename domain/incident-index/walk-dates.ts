import { NONE } from "./columns";
import type { IncidentIndex } from "./incident-index";
import type { Matching } from "./match-filter";
import { WHOLE_KIND } from "./match-kinds";
import { slotsIn } from "./slot-bits";
import { type Adding, sumOver } from "./sum-over";

/** Months are numbered `year * 12 + month`, January 0; years as they are. */
export type DateUnit = "month" | "year";

/**
 * What is told of each incident. `within`: its one date lies in that month, which is told alone. Else `possible`: it may
 * lie anywhere from `start` to `end`, both inclusive and in the unit; the stretches of one incident never overlap; and
 * `certain`: it lies in that one, told once for each.
 */
export type DateTally = {
  unit: DateUnit;
  within(slot: number, month: number): void;
  possible(slot: number, start: number, end: number): void;
  certain(slot: number, at: number): void;
};

/** The first and the last month that is known of any incident; null where none is. */
export function datedMonths({
  days,
}: Pick<IncidentIndex, "days">): { from: number; to: number } | null {
  return days.first > days.last ? null : { from: monthOf(days.first), to: monthOf(days.last) };
}

/** A numbered month in the unit. */
export function inUnit(unit: DateUnit, month: number): number {
  return unit === "month" ? month : Math.floor(month / 12);
}

/**
 * Sums over where the dates of the matching incidents reach, as if no dates were asked for: those of the event that is
 * asked for where a type or modality is, else those of the headline. Unknown dates reach nowhere; open sides to the
 * ends of `datedMonths`. `tallies`: add what they are told, or take it off.
 */
export function sumDates(
  index: IncidentIndex,
  matching: Matching,
  {
    name,
    length,
    tallies,
  }: {
    name: string;
    length: number;
    tallies: (sums: Float64Array, sign: 1 | -1) => readonly DateTally[];
  },
): Float64Array {
  const { butForDates, isOfEvent, kindBits } = matching;
  if (!isOfEvent) {
    const add: Adding = (sums, slots, sign) => walkHeadlines(index, slots, tallies(sums, sign));
    return sumOver(index, butForDates, { name, length, add });
  }
  const sums = new Float64Array(length);
  walkEvents(index, kindBits, slotsIn(butForDates), tallies(sums, 1));
  return sums;
}

/** In which month a day is, and where open sides end. */
function calendarOf({ days }: IncidentIndex) {
  const extent = datedMonths({ days })!;
  const monthAt = monthsFrom(days.first, days.last);
  return {
    startOf: (day: number) => (day === NONE ? extent.from : monthAt(day)),
    endOf: (day: number) => (day === NONE ? extent.to : monthAt(day)),
  };
}

function walkHeadlines(
  index: IncidentIndex,
  slots: Uint32Array,
  tallies: readonly DateTally[],
): void {
  const { startOf, endOf } = calendarOf(index);
  const { earliest, latest } = index.numbers;
  for (let n = 0; n < slots.length; n++) {
    const slot = slots[n]!;
    const first = earliest[slot]!;
    const last = latest[slot]!;
    if (first === NONE && last === NONE) continue;
    tellOne(tallies, slot, startOf(first), endOf(last), first !== NONE && last !== NONE);
  }
}

function walkEvents(
  index: IncidentIndex,
  kindBits: Uint8Array,
  slots: Uint32Array,
  tallies: readonly DateTally[],
): void {
  const { startOf, endOf } = calendarOf(index);
  const { eventsFrom, eventCount, events, datedTypeOf } = index;
  const isRight = kindBits.map((bits, kind) =>
    bits === WHOLE_KIND && datedTypeOf[kind] !== 0 ? 1 : 0,
  );
  const stretchOf = (at: number): Stretch => {
    const [first, last] = [events.earliest[at]!, events.latest[at]!];
    const isClosed = first !== NONE && last !== NONE;
    return { start: startOf(first), end: endOf(last), isClosed };
  };
  for (const slot of slots) {
    const past = eventsFrom[slot]! + eventCount[slot]!;
    // Most have one date; then there is nothing to be held against it.
    let only = -1;
    let many: Stretch[] | null = null;
    for (let at = eventsFrom[slot]!; at < past; at++) {
      if (isRight[events.kind[at]!] === 0) continue;
      if (only === -1) only = at;
      else many = [...(many ?? [stretchOf(only)]), stretchOf(at)];
    }
    if (many !== null) tellMany(tallies, slot, many);
    else if (only !== -1) {
      const first = events.earliest[only]!;
      const last = events.latest[only]!;
      tellOne(tallies, slot, startOf(first), endOf(last), first !== NONE && last !== NONE);
    }
  }
}

/** In months; closed where both of its days are known. */
type Stretch = { start: number; end: number; isClosed: boolean };

function tellOne(
  tallies: readonly DateTally[],
  slot: number,
  start: number,
  end: number,
  isClosed: boolean,
): void {
  const isWithin = isClosed && start === end;
  for (let n = 0; n < tallies.length; n++) {
    const tally = tallies[n]!;
    if (isWithin) {
      tally.within(slot, start);
      continue;
    }
    const from = inUnit(tally.unit, start);
    const to = inUnit(tally.unit, end);
    tally.possible(slot, from, to);
    if (isClosed && from === to) tally.certain(slot, from);
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

function monthOf(day: number): number {
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** From day to month by a table, which is ten times as quick as a calendar. */
function monthsFrom(first: number, last: number): (day: number) => number {
  const table = new Int32Array(last - first + 1);
  for (let day = first; day <= last; ) {
    const date = new Date(day * 86_400_000);
    const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 86_400_000;
    table.fill(monthOf(day), day - first, Math.min(next, last + 1) - first);
    day = next;
  }
  return (day) => table[day - first]!;
}
