import { NONE } from "./columns";
import type { IncidentIndex } from "./incident-index";
import { BUT_FOR_DATES, type Matching, WHOLE_KIND } from "./match-filter";

/** Months are numbered `year * 12 + month`, January 0; years as they are. */
export type DateUnit = "month" | "year";

/**
 * What is told of each incident. `possible`: its date may lie anywhere from `start` to `end`, both inclusive; the
 * stretches of one incident never overlap. `certain`: it lies in that one, told once for each.
 */
export type DateTally = {
  unit: DateUnit;
  possible(slot: number, start: number, end: number): void;
  certain(slot: number, at: number): void;
};

/** The first and the last month that is known of any incident; null where none is. */
export function datedMonths({ days }: IncidentIndex): { from: number; to: number } | null {
  return days.first > days.last ? null : { from: monthOf(days.first), to: monthOf(days.last) };
}

/** A numbered month in the unit. */
export function inUnit(unit: DateUnit, month: number): number {
  return unit === "month" ? month : Math.floor(month / 12);
}

/**
 * Tells where the dates of the matching incidents reach, as if no dates were asked for: those of the event that is
 * asked for where a type or modality is, else those of the headline. Unknown dates reach nowhere; open sides to the
 * ends of `datedMonths`.
 */
export function walkDates(
  index: IncidentIndex,
  matching: Matching,
  tallies: readonly DateTally[],
): void {
  const extent = datedMonths(index);
  if (extent === null) return;
  const monthAt = monthsFrom(index.days.first, index.days.last);
  const { whole, holds, isOfEvent, kindBits } = matching;
  const { numbers, eventsFrom, eventCount, events } = index;
  const startOf = (day: number) => (day === NONE ? extent.from : monthAt(day));
  const endOf = (day: number) => (day === NONE ? extent.to : monthAt(day));
  for (const slot of whole) {
    if (!(holds[slot]! & BUT_FOR_DATES)) continue;
    let earliest = isOfEvent ? NONE : numbers.earliest[slot]!;
    let latest = isOfEvent ? NONE : numbers.latest[slot]!;
    let many: Stretch[] | null = null;
    if (isOfEvent) {
      const past = eventsFrom[slot]! + eventCount[slot]!;
      for (let at = eventsFrom[slot]!; at < past; at++) {
        if (kindBits[events.kind[at]!] !== WHOLE_KIND) continue;
        const [first, last] = [events.earliest[at]!, events.latest[at]!];
        if (first === NONE && last === NONE) continue;
        const isFirst = earliest === NONE && latest === NONE;
        if (isFirst) [earliest, latest] = [first, last];
        else {
          many ??= [toStretch(startOf(earliest), endOf(latest), earliest, latest)];
          many.push(toStretch(startOf(first), endOf(last), first, last));
        }
      }
    }
    if (many !== null) tellMany(tallies, slot, many);
    else if (earliest !== NONE || latest !== NONE)
      tellOne(
        tallies,
        slot,
        startOf(earliest),
        endOf(latest),
        earliest !== NONE && latest !== NONE,
      );
  }
}

/** In months; closed where both of its days are known. */
type Stretch = { start: number; end: number; isClosed: boolean };

function toStretch(start: number, end: number, earliest: number, latest: number): Stretch {
  return { start, end, isClosed: earliest !== NONE && latest !== NONE };
}

function tellOne(
  tallies: readonly DateTally[],
  slot: number,
  start: number,
  end: number,
  isClosed: boolean,
): void {
  for (let n = 0; n < tallies.length; n++) {
    const tally = tallies[n]!;
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
