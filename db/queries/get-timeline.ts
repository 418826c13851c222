import type { Actor } from "../../domain/actor";
import { askedDays, askedHull } from "../../domain/asked-days";
import { compareText } from "../../domain/compare-text";
import {
  countTimeline,
  type TimelineLaneCount,
  type TimelineMarks,
  type TimelineWanted,
} from "../../domain/count-timeline";
import { type IncidentFilter, serializeIncidentFilter } from "../../domain/incident-filter";
import { headlineTimeline } from "../../domain/incident-index/headline-timeline";
import type { IncidentIndex } from "../../domain/incident-index/incident-index";
import type { Matching } from "../../domain/incident-index/match-filter";
import { countSlots, without } from "../../domain/incident-index/slot-bits";
import { slotsInDays, slotsThroughout } from "../../domain/incident-index/slots-in-days";
import { factOf, timelineFacts } from "../../domain/incident-index/timeline-facts";
import { compareDates, dayAt, dayNumber } from "../../domain/partial-date";
import { lanesInWindow, surveyTimeline } from "../../domain/survey-timeline";
import { binsOf, binUnitOf } from "../../domain/timeline-bins";
import {
  fitsRows,
  MOST_BARS,
  packRows,
  type Timeline,
  type TimelineBar,
  type TimelineLane,
} from "../../domain/timeline-chart";
import { type LaneKind, laneRows } from "../../domain/timeline-lanes";
import { drawnFilter } from "../../domain/timeline-request";
import { fitWindow, type TimelineWindow, usualWindow } from "../../domain/timeline-window";
import { askMatching } from "../ask-matching";
import { authoriseReading } from "../authorise-reading";
import { placeNames } from "../place-names";
import { readTimelineBars } from "../read-timeline-bars";
import type { Store } from "../store";
import { atOneMoment, type Moment } from "../store-index";

/**
 * A window of the timeline of a filter, all of one moment; where `window` is null the usual one.
 * 1. Few enough incidents that the filter finds, with its dates, are single bars.
 * 2. Else those of them that do not reach over all days of the window, if these are few enough.
 * 3. Else all of the filter, whatever its dates, are counted in bins.
 * With `isComplete` nothing is left out in the second case, for whom it does not matter how high a drawing is: all are
 * single bars in one row, or where they are too many, all that the filter finds with its dates are counted in bins.
 */
export async function getTimeline(
  store: Store,
  actor: Actor,
  {
    filter,
    lane,
    window: asked,
    mostBars = MOST_BARS,
    isComplete = false,
  }: {
    filter: IncidentFilter;
    lane: LaneKind;
    window: TimelineWindow | null;
    mostBars?: number;
    isComplete?: boolean;
  },
): Promise<Timeline> {
  authoriseReading(store, actor, "incident.read");
  const asking = [lane, asked?.from, asked?.to, mostBars, serializeIncidentFilter(filter)];
  const hasDates = askedDays(filter) !== null;
  return atOneMoment(store, async (moment) => {
    // What was told of it stays from one turn to the next.
    let told: ReturnType<typeof timelineOf> | null = null;
    const { counted, ...found } = await askMatching(
      store,
      moment,
      drawnFilter(filter),
      `timeline ${asking.join(" ")}`,
      (index, matching) => {
        told ??= timelineOf(index, matching, drawnFilter(filter), lane);
        return countWindow(told, { filter, lane, asked, mostBars });
      },
    );
    told = null;
    const nothing = { unit: null, possible: 0, certain: 0, leftOut: 0, lanes: [] };
    if (counted === null) return { ...found, ...nothing, asked: hasDates ? 0 : null };
    const { window } = counted;
    const within = hasDates
      ? await askMatching(
          store,
          moment,
          filter,
          `timeline asked ${asking.join(" ")}`,
          (index, matching) =>
            countAsked(index, matching, {
              filter,
              lane,
              window,
              mostBars,
              known: found.known,
              counts: counted.counts,
            }),
        )
      : { total: null, counted };
    const shown = { ...found, asked: within.total };
    const bars = within.counted && (await drawBars(store, moment, within.counted));
    const isWanting = isComplete && bars !== null && bars.leftOut > 0;
    if (bars !== null && !isWanting) return { ...shown, ...bars };
    if (isWanting && within.counted!.all !== null)
      return { ...shown, ...(await listBars(store, moment, within.counted!)) };
    const binned = isWanting ? within.counted! : counted;
    const { possible, certain } = binned.counts;
    const lanes = await drawBins(store, moment, binned);
    return { ...shown, unit: binned.unit, possible, certain, leftOut: 0, lanes };
  });
}

type Counted = ReturnType<typeof countIn>;
type Marks = NonNullable<Counted["all"]>;
type Bars = Pick<Timeline, "unit" | "possible" | "certain" | "leftOut" | "lanes">;

/** Single bars of all that was counted, else of what is near; null where even these are too many. */
async function drawBars(store: Store, moment: Moment, counted: Counted): Promise<Bars | null> {
  const { window, counts, all, near } = counted;
  const lanes = await lanesOf(store, moment, counted);
  for (const marks of near?.count === all?.count ? [all] : [all, near]) {
    if (marks === null) continue;
    const withBars = await addBars(store, moment, lanes, { marks, window });
    const drawn = withBars.map((lane) => packed(lane, window));
    if (drawn.some((lane) => lane === null)) continue;
    const shown = (drawn as TimelineLane[]).filter(isShown);
    if (!fitsRows(shown.map(heightOf))) continue;
    const { possible, certain } = counts;
    return { unit: null, possible, certain, leftOut: possible - marks.incidents, lanes: shown };
  }
  return null;
}

/** Single bars of all that was counted, each lane in one row. */
async function listBars(store: Store, moment: Moment, counted: Counted): Promise<Bars> {
  const { window, all, counts } = counted;
  const { possible, certain } = counts;
  const lanes = await lanesOf(store, moment, counted);
  const withBars = await addBars(store, moment, lanes, { marks: all!, window });
  return { unit: null, possible, certain, leftOut: 0, lanes: withBars.filter(isShown) };
}

/** The lanes, each with its bars in the order of their days. */
async function addBars(
  store: Store,
  moment: Moment,
  lanes: readonly TimelineLane[],
  { marks: { kept, perRow }, window }: { marks: Marks; window: TimelineWindow },
): Promise<TimelineLane[]> {
  const bars = await readTimelineBars(store, moment.db, kept, window);
  return lanes.map((lane, row) => {
    const own = bars.filter((bar, at) => bar !== null && kept[at]!.row === row) as TimelineBar[];
    const ordered = own.toSorted(
      (a, b) =>
        compareText(a.possible.from, b.possible.from) ||
        compareDates(a.date!, b.date!) ||
        compareText(a.key, b.key),
    );
    return { ...lane, possible: perRow[row]!, bars: ordered };
  });
}

function isShown({ key, bars }: TimelineLane): boolean {
  return key === "" || bars.length > 0;
}

async function drawBins(store: Store, moment: Moment, counted: Counted): Promise<TimelineLane[]> {
  const { bins, counts } = counted;
  const binsIn = ({ bins: some }: TimelineLaneCount) =>
    bins.map(({ earliest, latest }, bin) => ({ from: earliest, to: latest, ...some[bin]! }));
  const lanes = await lanesOf(store, moment, counted);
  return lanes.map((lane, row) => ({ ...lane, bins: binsIn(counts.lanes[row]!) }));
}

async function lanesOf(
  store: Store,
  moment: Moment,
  { lane, codes, rows, counts }: Counted,
): Promise<TimelineLane[]> {
  const names = await placeNames(store, moment.db, lane === "status" ? [] : codes);
  return rows.map((row, at) => {
    const { possible, certain } = counts.lanes[at]!;
    return { ...row, name: names.get(row.key) ?? null, possible, certain, bins: [], bars: [] };
  });
}

type Wanted = {
  filter: IncidentFilter;
  lane: LaneKind;
  asked: TimelineWindow | null;
  mostBars: number;
};

/** A timeline of headlines, else of facts; `factOf`: whose bar a kept fact is. */
function timelineOf(
  index: IncidentIndex,
  matching: Matching,
  filter: IncidentFilter,
  lane: LaneKind,
) {
  const headlines = headlineTimeline(index, matching, filter, lane);
  if (headlines !== null)
    return {
      ...headlines,
      factOf: (slot: number) => ({ number: index.numberOf[slot]!, event: null }),
    };
  const { facts, codes } = timelineFacts(index, matching, filter, { lane });
  return {
    codes,
    survey: surveyTimeline(facts, codes.length),
    inWindow: (days: { first: number; last: number }) => lanesInWindow(facts, codes.length, days),
    count: (wanted: TimelineWanted) => countTimeline(facts, wanted),
    factOf: (fact: number) => factOf(index, facts, fact),
  };
}

/** What a window holds, counted; `counted` is null where there is nothing to draw. */
function countWindow(
  timeline: ReturnType<typeof timelineOf>,
  { filter, lane, asked, mostBars }: Wanted,
) {
  const { survey } = timeline;
  const known =
    survey.first === null || survey.last === null
      ? null
      : { from: dayAt(survey.first), to: dayAt(survey.last) };
  const window = asked === null ? usualWindow(askedHull(filter), known) : fitWindow(asked);
  const { incidents: total, undated } = survey;
  const found = { lane, known, total, undated, window };
  if (window === null || total === 0) return { ...found, counted: null };
  return { ...found, counted: countIn(timeline, { lane, window, mostBars }) };
}

/**
 * How many the filter finds with its dates, and what the window holds of these; `counted` is null where they are
 * certainly too many for single bars.
 */
function countAsked(
  index: IncidentIndex,
  matching: Matching,
  {
    filter,
    lane,
    window,
    mostBars,
    known,
    counts,
  }: { filter: IncidentFilter; known: TimelineWindow | null; counts: Counted["counts"] } & Drawn,
) {
  const { total } = matching;
  // Without a look at each: of all that may be in the window, asked for or not, only what is not certain can reach over it.
  const far = counts.possible - counts.certain;
  if (coversAsked(window, filter, known) && total - far > mostBars) return { total, counted: null };
  const days = { first: dayNumber(window.from), last: dayNumber(window.to) };
  const hits = slotsInDays(index, matching, days);
  const near = matching.isOfEvent ? hits : without(hits, slotsThroughout(index, days, hits));
  if (countSlots(near) > mostBars) return { total, counted: null };
  const there = { ...matching, hits, total: countSlots(hits) };
  return {
    total,
    counted: countIn(timelineOf(index, there, filter, lane), { lane, window, mostBars }),
  };
}

/** Whether all that the filter finds may be in the window. */
function coversAsked(
  window: TimelineWindow,
  filter: IncidentFilter,
  known: TimelineWindow | null,
): boolean {
  const { from, to } = askedHull(filter);
  const [first, last] = [from ?? known?.from, to ?? known?.to];
  return first !== undefined && last !== undefined && window.from <= first && window.to >= last;
}

type Drawn = { lane: LaneKind; window: TimelineWindow; mostBars: number };

/** `all`, `near`: the dates of single bars; null where they are too many. */
function countIn(
  { codes, survey, ...timeline }: ReturnType<typeof timelineOf>,
  { lane, window, mostBars }: Drawn,
) {
  const days = { first: dayNumber(window.from), last: dayNumber(window.to) };
  const { rows, rowOf } = laneRows(lane, codes, {
    perLane: survey.perLane,
    inWindow: timeline.inWindow(days),
  });
  const unit = binUnitOf(window);
  const bins = binsOf(window, unit);
  const counts = timeline.count({
    window: days,
    edges: [...bins.map(({ earliest }) => dayNumber(earliest)), dayNumber(bins.at(-1)!.latest) + 1],
    rowOf,
    rows: rows.length,
    keepAtMost: mostBars,
  });
  const barsOf = ({ kept, ...marks }: TimelineMarks) =>
    marks.count > mostBars
      ? null
      : { ...marks, kept: kept.map(({ fact, row }) => ({ row, ...timeline.factOf(fact) })) };
  const [all, near] = [barsOf(counts.all), barsOf(counts.near)];
  return { lane, codes, window, rows, unit, bins, counts, all, near };
}

function packed(lane: TimelineLane, window: TimelineWindow): TimelineLane | null {
  const rows = packRows(lane.bars, window);
  return rows && { ...lane, bars: lane.bars.map((bar, at) => ({ ...bar, row: rows[at]! })) };
}

function heightOf({ bars }: TimelineLane): number {
  return bars.reduce((most, { row }) => Math.max(most, row + 1), 0);
}
