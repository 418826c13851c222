import { MAX_DAYS_WITHOUT_NEWS } from "./at-risk";
import type { CountRange } from "./count-range";
import type { TimelineCount } from "./count-timeline";
import type { Headline } from "./headline-type";
import type { IncidentBrief } from "./incident-brief";
import type { Extent } from "./incident-timeline";
import {
  addDays,
  type DayBounds,
  daysBetween,
  hull,
  isUnknown,
  type PartialDate,
} from "./partial-date";
import type { BinUnit } from "./timeline-bins";
import type { LaneKind, LaneRow } from "./timeline-lanes";
import { type TimelineWindow, windowDays } from "./timeline-window";
import type { EventType, Modality } from "./vocabulary";

/** So many single bars at most; with more, a window is counted in bins. */
export const MOST_BARS = 400;

/**
 * One incident as one bar; where the filter's dates hold on events, one event of it. `event`: that event.
 * `possible`: all days it may be. `known`: the days it certainly lasted, or its one day; null = none are certain, as
 * those of an event that is not reported.
 * `expected`: the days of what is anticipated after it, which no count includes. `row`: its place in the lane, from 0.
 * `places`: names of its provinces, else of its countries.
 */
export type TimelineBar = IncidentBrief & {
  key: string;
  event: { type: EventType; modality: Modality } | null;
  date: PartialDate | null;
  possible: Extent;
  known: Extent | null;
  expected: Extent | null;
  row: number;
  places: string[];
};

/** A whole period of the calendar, both days inclusive, and the incidents that may and that certainly lie in it. */
export type TimelineBin = TimelineCount & { from: string; to: string };

/** `possible`, `certain`: incidents in the window. Either `bins` or `bars` is empty. `name`: of a place; else null. */
export type TimelineLane = LaneRow & {
  name: string | null;
  possible: number;
  certain: number;
  bins: TimelineBin[];
  bars: TimelineBar[];
};

/**
 * A window of the timeline of a filter. `window` is null where nothing has a date.
 * `known`: from the first to the last known day. `unit`: what is counted by; null = single bars.
 * `total`, `undated`: incidents of the filter whatever its dates, and of these the ones without any, which are not
 * drawn. `asked`: those the filter finds with its dates; null where it asks for none.
 * `possible`, `certain`: those in the window, as bars of what the filter finds, as bins of all whatever its dates; one
 * in two lanes counts once. `leftOut`: of the possible ones those that no bar is drawn of, since they may be of any day
 * of the window or reach over all; lanes count the others.
 */
export type Timeline = {
  lane: LaneKind;
  window: TimelineWindow | null;
  known: TimelineWindow | null;
  unit: BinUnit | null;
  total: number;
  undated: number;
  asked: number | null;
  possible: number;
  certain: number;
  leftOut: number;
  lanes: TimelineLane[];
};

/** The days to draw of a date; an open side fades out at the edge of the window. Null where it lies wholly outside. */
export function extentIn({ earliest, latest }: DayBounds, window: TimelineWindow): Extent | null {
  if ((earliest !== null && earliest > window.to) || (latest !== null && latest < window.from))
    return null;
  const [from, to] = [earliest ?? window.from, latest ?? window.to];
  const [cutsIn, cutsOut] = [from < window.from, to > window.to];
  return {
    from: cutsIn ? window.from : from,
    to: cutsOut ? window.to : to,
    fadesIn: earliest === null,
    fadesOut: latest === null,
    cutsIn,
    cutsOut,
  };
}

/** The days a date makes certain: its one day, or all it lasted; null for one within a time, open or estimated. */
export function certainDays(date: PartialDate | null): DayBounds | null {
  if (date === null || date.earliest === null || date.latest === null) return null;
  if (date.basis === "estimated") return null;
  return date.kind === "span" || date.earliest === date.latest ? date : null;
}

/**
 * When what still threatens the people would be: the hull of the dated anticipated events, else the time from the
 * last news until no news makes their fate unknown. Null where nothing is ahead.
 */
export function expectedDays(
  { atRiskOf, lastNews }: Pick<Headline, "atRiskOf" | "lastNews">,
  events: readonly { type: EventType; modality: Modality; date: PartialDate | null }[],
): DayBounds | null {
  if (atRiskOf.length === 0) return null;
  const ahead = events.filter(
    ({ type, modality }) => modality === "anticipated" && atRiskOf.includes(type),
  );
  const dated = hull(ahead.flatMap(({ date }) => (date && !isUnknown(date) ? [date] : [])));
  const earliest = dated?.earliest ?? lastNews;
  if (earliest === null && !dated?.latest) return null;
  const from = earliest ?? dated!.latest!;
  return { earliest: from, latest: dated?.latest ?? addDays(from, MAX_DAYS_WITHOUT_NEWS) };
}

/** Bars would overlap that are nearer than this share of the window, since each is drawn wide enough to be seen. */
const LEAST_WIDTH = 0.012;
/** Of one lane, and of all: more would be too high to be overlooked. */
const MOST_ROWS = 30;
const MOST_ROWS_IN_ALL = 70;

/**
 * For each bar of a lane the row it stands in, so that none covers another; the bars in order of their first days.
 * Null where they need too many rows.
 */
export function packRows(
  bars: readonly Pick<TimelineBar, "possible" | "expected">[],
  window: TimelineWindow,
): number[] | null {
  const least = windowDays(window) * LEAST_WIDTH;
  const ends: number[] = [];
  const rows: number[] = [];
  for (const bar of bars) {
    const { from, to } = reachOf(bar);
    const first = daysBetween(window.from, from);
    const past = daysBetween(window.from, to) + 1;
    const free = ends.findIndex((end) => end < first);
    const row = free === -1 ? ends.length : free;
    if (row >= MOST_ROWS) return null;
    ends[row] = Math.max(past, first + least) + least / 3;
    rows.push(row);
  }
  return rows;
}

/** All days a bar is drawn on, with those that are expected. */
export function reachOf({
  possible,
  expected,
}: Pick<TimelineBar, "possible" | "expected">): Pick<Extent, "from" | "to"> {
  const both = expected === null ? [possible] : [possible, expected];
  return {
    from: both.map(({ from }) => from).sort()[0]!,
    to: both
      .map(({ to }) => to)
      .sort()
      .at(-1)!,
  };
}

/** Of the bars, which events are told but not reported; what is anticipated is drawn without them too. */
export function unsureOf({ lanes }: Pick<Timeline, "lanes">): ("unconfirmed" | "denied")[] {
  const found = new Set(lanes.flatMap(({ bars }) => bars.map(({ event }) => event?.modality)));
  return (["unconfirmed", "denied"] as const).filter((modality) => found.has(modality));
}

/** Whether lanes of these heights, in rows, are few enough to be drawn bar by bar. */
export function fitsRows(heights: readonly number[]): boolean {
  return heights.reduce((sum, height) => sum + Math.max(1, height), 0) <= MOST_ROWS_IN_ALL;
}

/** Five heights of a bar by how many people it is about: not known, 1 to 4, 5 to 19, 20 to 99, more. */
export type PeopleSize = 0 | 1 | 2 | 3 | 4;

/** The best figure counts, else the least, else the most. */
export function peopleSize({ low, best, high }: CountRange): PeopleSize {
  const people = best ?? low ?? high;
  if (people === null) return 0;
  if (people < 5) return 1;
  if (people < 20) return 2;
  return people < 100 ? 3 : 4;
}
