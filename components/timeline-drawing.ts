import { scaleUtc } from "d3-scale";
import type { DayLimits } from "../domain/asked-days";
import type { Extent } from "../domain/incident-timeline";
import { dayAt, dayNumber } from "../domain/partial-date";
import {
  type PeopleSize,
  peopleSize,
  reachOf,
  type Timeline,
  type TimelineBar,
  type TimelineBin,
  type TimelineLane,
} from "../domain/timeline-chart";

/** What is looked at, in days since 1970-01-01; `last` is where the last day ends. While it moves, parts of days too. */
export type TimelineView = { first: number; last: number };

/**
 * How a shape looks: certain and merely possible days, those that fade out on the sides that are open, what is
 * anticipated, unconfirmed or denied, the line below dashes, the time that is asked for, and what is not data.
 */
export type Tone =
  | "known"
  | "possible"
  | "fades-in"
  | "fades-out"
  | "fades-inout"
  | "anticipated"
  | "unconfirmed"
  | "denied"
  | "halo"
  | "asked"
  | "line";

/** `x` and `width` in per cent of the drawing, `y` and `height` in pixels. */
export type Shape =
  | { kind: "rect"; x: number; width: number; y: number; height: number; tone: Tone }
  | { kind: "line"; x1: number; x2: number; y1: number; y2: number; tone: Tone }
  | { kind: "text"; x: number; y: number; text: string; role: "count" | "arrow-in" | "arrow-out" };

/** What can be pointed at. `area`: where, the whole height of its row or lane. */
export type Mark = {
  key: string;
  area: { x: number; width: number; y: number; height: number };
  shapes: Shape[];
};

/** `lanes`: where each begins and ends, and where its name stands. */
export type Drawing = {
  height: number;
  lanes: { y: number; height: number; nameAt: number }[];
  behind: Shape[];
  marks: Mark[];
};

/** Enough to be pointed at where nothing is drawn. */
const LEAST_HEIGHT = 60;
const NAME_HEIGHT = 24;
const ROW_HEIGHT = 20;
const LANE_PADDING = 6;
/** Of a bin: room for its number, and for the longest column. */
const COUNT_HEIGHT = 18;
const COLUMN_HEIGHT = { one: 150, several: 40 };
const BAR_HEIGHT: Record<PeopleSize, number> = { 0: 4, 1: 7, 2: 10, 3: 13, 4: 16 };
/** In per cent: as wide a bar is at least, however short its time. */
const LEAST_WIDTH = 0.9;

/** By what a mark is known: its lane and what it is of. */
export function markKey(lane: number, of: { bin: TimelineBin } | { bar: TimelineBar }): string {
  return "bin" in of ? `${lane} ${of.bin.from}` : `${lane} ${of.bar.key}`;
}

export function viewOf({ from, to }: { from: string; to: string }): TimelineView {
  return { first: dayNumber(from), last: dayNumber(to) + 1 };
}

/** A view within the calendar and at least a week wide, as near to what is wanted as can be. */
export function fitView({ first, last }: TimelineView): TimelineView {
  const width = Math.min(Math.max(last - first, LEAST_DAYS), END - BEGINNING);
  const middle = (first + last) / 2;
  const begin = Math.min(Math.max(middle - width / 2, BEGINNING), END - width);
  return { first: begin, last: begin + width };
}

const LEAST_DAYS = 7;
const BEGINNING = dayNumber("1000-01-01");
const END = dayNumber("9999-12-31") + 1;

/** Round days, months or years within a view, about six of them; each where its day begins, in per cent. */
export function timelineTicks({ first, last }: TimelineView): { at: number; day: string }[] {
  const scale = scaleUtc([first * MS_A_DAY, last * MS_A_DAY], [0, 100]);
  return scale
    .ticks(6)
    .filter((time) => time.getTime() % MS_A_DAY === 0)
    .map((time) => ({ at: scale(time), day: dayAt(time.getTime() / MS_A_DAY) }));
}

const MS_A_DAY = 86_400_000;

/** The whole days a view shows. */
export function windowOf({ first, last }: TimelineView): { from: string; to: string } {
  return { from: dayAt(Math.round(first)), to: dayAt(Math.round(last) - 1) };
}

/**
 * A timeline as shapes, for the page and for the file alike. `asked`: the time the filter asks for.
 * What lies outside the view is left out.
 */
export function drawTimeline(
  timeline: Timeline,
  view: TimelineView,
  asked: readonly DayLimits[],
): Drawing {
  const at = (day: number) => (100 * (day - view.first)) / (view.last - view.first);
  const several = timeline.lane !== "none";
  const most = Math.max(
    1,
    ...timeline.lanes.flatMap(({ bins }) => bins.map(({ possible }) => possible)),
  );
  const drawing: Drawing = { height: 0, lanes: [], behind: [], marks: [] };
  for (const [index, lane] of timeline.lanes.entries()) {
    const y = drawing.height;
    const top = y + (several ? NAME_HEIGHT : LANE_PADDING);
    const content =
      timeline.unit === null
        ? drawBars(lane, index, { at, top })
        : drawBins(lane, index, { at, top, most, tall: several ? "several" : "one" });
    const height = top - y + content.height + LANE_PADDING;
    drawing.marks.push(...content.marks);
    drawing.lanes.push({ y, height, nameAt: y + 16 });
    drawing.height += height;
  }
  drawing.height = Math.max(drawing.height, LEAST_HEIGHT);
  drawing.behind = asked.flatMap((days) => askedFor(days, { at, height: drawing.height }));
  return drawing;
}

type At = (day: number) => number;

/** What the filter's dates ask for, shaded. */
function askedFor({ from, to }: DayLimits, { at, height }: { at: At; height: number }): Shape[] {
  const x = from === null ? 0 : Math.max(0, at(dayNumber(from)));
  const end = to === null ? 100 : Math.min(100, at(dayNumber(to) + 1));
  if (end <= x) return [];
  return [{ kind: "rect", x, width: end - x, y: 0, height, tone: "asked" }];
}

function drawBins(
  { bins }: TimelineLane,
  lane: number,
  { at, top, most, tall }: { at: At; top: number; most: number; tall: "one" | "several" },
) {
  const column = COLUMN_HEIGHT[tall];
  const height = COUNT_HEIGHT + column;
  const floor = top + height;
  const marks: Mark[] = [];
  for (const bin of bins) {
    const [x, end] = [at(dayNumber(bin.from)), at(dayNumber(bin.to) + 1)];
    if (bin.possible === 0 || end <= 0 || x >= 100) continue;
    const gap = (end - x) * 0.12;
    // However few, they are to be seen.
    const heightOf = (count: number) => (count === 0 ? 0 : Math.max(2, (column * count) / most));
    const [all, sure] = [heightOf(bin.possible), heightOf(bin.certain)];
    const place = { kind: "rect", x: x + gap / 2, width: end - x - gap } as const;
    const shapes: Shape[] = [{ ...place, y: floor - all, height: all, tone: "possible" }];
    if (sure > 0) shapes.push({ ...place, y: floor - sure, height: sure, tone: "known" });
    if (bin.anticipated > 0) {
      const ahead = heightOf(bin.anticipated);
      const box = { ...place, y: floor - ahead, height: ahead } as const;
      // On a light line, or its dashes would be lost on what is certain.
      shapes.push({ ...box, tone: "halo" }, { ...box, tone: "anticipated" });
    }
    const [seenFrom, seenTo] = [Math.max(x, 0), Math.min(end, 100)];
    // Of a column that is mostly beyond the edge the number would not fit; the list has it.
    if (seenTo - seenFrom > (end - x) / 2)
      shapes.push({
        kind: "text",
        x: (seenFrom + seenTo) / 2,
        y: floor - all - 4,
        text: String(bin.possible),
        role: "count",
      });
    const area = { x, width: end - x, y: top, height };
    marks.push({ key: markKey(lane, { bin }), area, shapes });
  }
  return { height, marks };
}

function drawBars({ bars }: TimelineLane, lane: number, { at, top }: { at: At; top: number }) {
  const rows = bars.reduce((count, { row }) => Math.max(count, row + 1), 1);
  const marks: Mark[] = [];
  for (const bar of bars) {
    const middle = top + bar.row * ROW_HEIGHT + ROW_HEIGHT / 2;
    const { x, width } = placeOf(reachOf(bar), at);
    if (x + width <= 0 || x >= 100) continue;
    const area = { x, width, y: middle - ROW_HEIGHT / 2, height: ROW_HEIGHT };
    const shapes = barShapes(bar, { at, middle });
    marks.push({ key: markKey(lane, { bar }), area, shapes });
  }
  return { height: rows * ROW_HEIGHT, marks };
}

function barShapes(bar: TimelineBar, { at, middle }: { at: At; middle: number }): Shape[] {
  const height = BAR_HEIGHT[peopleSize(bar.headline.persons)];
  const y = middle - height / 2;
  const shapes: Shape[] = [];
  if (bar.expected !== null) {
    const { x, width } = placeOf(bar.expected, at);
    const line = { x1: x, x2: x + width, y1: middle, y2: middle };
    shapes.push({ kind: "line", ...line, tone: "anticipated" });
  }
  const { fadesIn, fadesOut, cutsIn, cutsOut } = bar.possible;
  const fades = `${fadesIn ? "in" : ""}${fadesOut ? "out" : ""}` as "" | "in" | "out" | "inout";
  const modality = bar.event?.modality ?? "reported";
  const tone =
    modality !== "reported" ? modality : fades === "" ? "possible" : (`fades-${fades}` as const);
  const { x, width } = placeOf(bar.possible, at);
  shapes.push({ kind: "rect", x, width, y, height, tone });
  if (modality === "denied")
    shapes.push({ kind: "line", x1: x, x2: x + width, y1: middle, y2: middle, tone });
  if (bar.known !== null)
    shapes.push({ kind: "rect", ...placeOf(bar.known, at), y, height, tone: "known" });
  const text = { kind: "text", y: middle } as const;
  if (cutsIn) shapes.push({ ...text, x: 0, text: "◂", role: "arrow-in" });
  if (cutsOut) shapes.push({ ...text, x: 100, text: "▸", role: "arrow-out" });
  return shapes;
}

function placeOf({ from, to }: Pick<Extent, "from" | "to">, at: At): { x: number; width: number } {
  const x = at(dayNumber(from));
  return { x, width: Math.max(at(dayNumber(to) + 1) - x, LEAST_WIDTH) };
}
