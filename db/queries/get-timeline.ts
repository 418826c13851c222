import type { Actor } from "../../domain/actor";
import { askedHull } from "../../domain/asked-days";
import { compareText } from "../../domain/compare-text";
import {
  countTimeline,
  type TimelineLaneCount,
  type TimelineWanted,
} from "../../domain/count-timeline";
import { type IncidentFilter, serializeIncidentFilter } from "../../domain/incident-filter";
import { headlineTimeline } from "../../domain/incident-index/headline-timeline";
import type { IncidentIndex } from "../../domain/incident-index/incident-index";
import type { Matching } from "../../domain/incident-index/match-filter";
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
import { atOneMoment } from "../store-index";

/**
 * A window of the timeline of a filter, all of one moment. The filter's own dates say what is asked for and narrow
 * nothing here but the usual window, which is drawn where `window` is null.
 */
export async function getTimeline(
  store: Store,
  actor: Actor,
  {
    filter,
    lane,
    window: asked,
    mostBars = MOST_BARS,
  }: {
    filter: IncidentFilter;
    lane: LaneKind;
    window: TimelineWindow | null;
    mostBars?: number;
  },
): Promise<Timeline> {
  authoriseReading(store, actor, "incident.read");
  const asking = [lane, asked?.from, asked?.to, mostBars, serializeIncidentFilter(filter)];
  return atOneMoment(store, async (moment) => {
    // What was told of it stays from one turn to the next.
    let told: ReturnType<typeof timelineOf> | null = null;
    const { codes, counted, ...found } = await askMatching(
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
    if (counted === null) return { ...found, unit: null, possible: 0, certain: 0, lanes: [] };
    const { window, rows, unit, bins, counts, kept } = counted;
    const names = await placeNames(store, moment.db, lane === "status" ? [] : codes);
    const lanes = rows.map((row, at): TimelineLane => {
      const { possible, certain } = counts.lanes[at]!;
      return { ...row, name: names.get(row.key) ?? null, possible, certain, bins: [], bars: [] };
    });
    const { possible, certain } = counts;
    const shown = { ...found, window, possible, certain };
    if (counts.marks <= mostBars) {
      const bars = await readTimelineBars(store, moment.db, kept, window);
      const inRow = (row: number) =>
        bars.filter((bar, at) => bar !== null && counts.kept[at]!.row === row) as TimelineBar[];
      const drawn = lanes.map((each, row) => packed(each, inRow(row), window));
      if (drawn.every((each) => each !== null) && fitsRows(drawn.map(heightOf)))
        return { ...shown, unit: null, lanes: drawn };
    }
    const binsIn = ({ bins: some }: TimelineLaneCount) =>
      bins.map(({ earliest, latest }, bin) => ({ from: earliest, to: latest, ...some[bin]! }));
    return {
      ...shown,
      unit,
      lanes: lanes.map((each, row) => ({ ...each, bins: binsIn(counts.lanes[row]!) })),
    };
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

/** What a window holds, counted; `counted` is null where there is nothing to draw. `kept`: the dates of single bars. */
function countWindow(
  { codes, survey, ...timeline }: ReturnType<typeof timelineOf>,
  { filter, lane, asked, mostBars }: Wanted,
) {
  const known =
    survey.first === null || survey.last === null
      ? null
      : { from: dayAt(survey.first), to: dayAt(survey.last) };
  const window = asked === null ? usualWindow(askedHull(filter), known) : fitWindow(asked);
  const { incidents: total, undated } = survey;
  const found = { lane, known, total, undated, window, codes };
  if (window === null || total === 0) return { ...found, counted: null };

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
  const kept = counts.marks <= mostBars ? counts.kept.map(({ fact }) => timeline.factOf(fact)) : [];
  return { ...found, counted: { window, rows, unit, bins, counts, kept } };
}

function packed(
  lane: TimelineLane,
  bars: TimelineBar[],
  window: TimelineWindow,
): TimelineLane | null {
  const ordered = bars.toSorted(
    (a, b) =>
      compareText(a.possible.from, b.possible.from) ||
      compareDates(a.date!, b.date!) ||
      compareText(a.key, b.key),
  );
  const rows = packRows(ordered, window);
  return rows && { ...lane, bars: ordered.map((bar, at) => ({ ...bar, row: rows[at]! })) };
}

function heightOf({ bars }: TimelineLane): number {
  return bars.reduce((most, { row }) => Math.max(most, row + 1), 0);
}
