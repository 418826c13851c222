import type { Actor } from "../../domain/actor";
import { compareText } from "../../domain/compare-text";
import {
  countTimeline,
  lanesInWindow,
  surveyTimeline,
  type TimelineLaneCount,
} from "../../domain/count-timeline";
import type { IncidentFilter } from "../../domain/incident-filter";
import { compareDates, dayAt, dayNumber } from "../../domain/partial-date";
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
import { fitWindow, type TimelineWindow, usualWindow } from "../../domain/timeline-window";
import { authoriseReading } from "../authorise-reading";
import { placeNames } from "../place-names";
import { readTimelineBars } from "../read-timeline-bars";
import { readTimelineFacts } from "../read-timeline-facts";
import type { Store } from "../store";

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
  return store.snapshot(async (db) => {
    const { facts, codes } = await readTimelineFacts(store, db, filter, lane);
    const survey = surveyTimeline(facts, codes.length);
    const known =
      survey.first === null || survey.last === null
        ? null
        : { from: dayAt(survey.first), to: dayAt(survey.last) };
    const window = asked === null ? usualWindow(filter, known) : fitWindow(asked);
    const found = { lane, known, total: survey.incidents, undated: survey.undated };
    if (window === null || survey.incidents === 0)
      return { ...found, window, unit: null, possible: 0, certain: 0, lanes: [] };

    const days = { first: dayNumber(window.from), last: dayNumber(window.to) };
    const { rows, rowOf } = laneRows(lane, codes, {
      perLane: survey.perLane,
      inWindow: lanesInWindow(facts, codes.length, days),
    });
    const unit = binUnitOf(window);
    const bins = binsOf(window, unit);
    const counts = countTimeline(facts, {
      window: days,
      edges: [
        ...bins.map(({ earliest }) => dayNumber(earliest)),
        dayNumber(bins.at(-1)!.latest) + 1,
      ],
      rowOf,
      rows: rows.length,
      keepAtMost: mostBars,
    });
    const names = await placeNames(store, db, lane === "status" ? [] : codes);
    const lanes = rows.map((row, at): TimelineLane => {
      const { possible, certain } = counts.lanes[at]!;
      return { ...row, name: names.get(row.key) ?? null, possible, certain, bins: [], bars: [] };
    });
    const { possible, certain } = counts;
    const shown = { ...found, window, possible, certain };
    if (counts.marks <= mostBars) {
      const bars = await readTimelineBars(
        store,
        db,
        counts.kept.map(({ fact }) => facts[fact]!),
        window,
      );
      const inRow = (row: number) =>
        bars.filter((bar, at) => bar !== null && counts.kept[at]!.row === row) as TimelineBar[];
      const drawn = lanes.map((each, row) => packed(each, inRow(row), window));
      if (drawn.every((each) => each !== null) && fitsRows(drawn.map(heightOf)))
        return { ...shown, unit: null, lanes: drawn };
    }
    const binsIn = ({ bins: counted }: TimelineLaneCount) =>
      bins.map(({ earliest, latest }, bin) => ({
        from: earliest,
        to: latest,
        ...counted[bin]!,
      }));
    return {
      ...shown,
      unit,
      lanes: lanes.map((each, row) => ({ ...each, bins: binsIn(counts.lanes[row]!) })),
    };
  });
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
