import type { DayLimits } from "../domain/asked-days";
import type { Timeline } from "../domain/timeline-chart";
import type { TimelineWindow } from "../domain/timeline-window";
import { wrapText } from "../domain/wrap-text";
import { escaped } from "./charts/svg-text";
import { spreadTicks, tickLabel } from "./timeline-axis";
import { drawTimeline, type Shape, type Tone, timelineTicks, viewOf } from "./timeline-drawing";

type Words = {
  locale: string;
  title: string;
  /** Lines below the title: what the shapes mean, what is left out. */
  notes: readonly string[];
  laneNames: readonly string[];
};

const WIDTH = 1200;
const MARGIN = 24;
const LINE = 18;
const TITLE_LINE = 24;
/** So many letters surely fit in a line. */
const TITLE_LETTERS = 105;
const NOTE_LETTERS = 165;
/** For paper and slides, whatever the reader's own scheme is. */
const COLOURS = {
  ground: "#ffffff",
  ink: "#1d1f23",
  muted: "#5c626b",
  line: "#e3e1dc",
  accent: "#0b5d6e",
  soft: "#e2f0f2",
  warn: "#8a4200",
  bad: "#a32020",
};

/** A timeline as a file of its own, in light colours, with title, meaning and axis. It carries no title of a case. */
export function timelineSvg(
  timeline: Timeline & { window: TimelineWindow },
  asked: readonly DayLimits[],
  { locale, title, notes, laneNames }: Words,
): string {
  const view = viewOf(timeline.window);
  const drawing = drawTimeline(timeline, view, asked);
  const ticks = timelineTicks(view);
  const titleLines = wrapText(title, TITLE_LETTERS);
  const noteLines = notes.flatMap((note) => wrapText(note, NOTE_LETTERS));
  const belowTitle = MARGIN + 12 + (titleLines.length - 1) * TITLE_LINE;
  const top = belowTitle + 16 + noteLines.length * LINE + 8;
  const height = top + drawing.height + 28 + MARGIN / 2;
  const inner = WIDTH - 2 * MARGIN;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" role="img" aria-label="${escaped(title)}">`,
    `<defs>${GRADIENTS}</defs>`,
    `<rect width="100%" height="100%" fill="${COLOURS.ground}"/>`,
    ...titleLines.map((line, at) =>
      text({ x: MARGIN, y: MARGIN + 12 + at * TITLE_LINE, size: 18, weight: 600 }, line),
    ),
    ...noteLines.map((line, at) =>
      text({ x: MARGIN, y: belowTitle + 22 + at * LINE, size: 12, fill: COLOURS.muted }, line),
    ),
    `<svg x="${MARGIN}" y="${top}" width="${inner}" height="${drawing.height}">`,
    ...drawing.behind.map(drawn),
    ...ticks.map(
      ({ at }) => `<line x1="${at}%" x2="${at}%" y1="0" y2="100%" stroke="${COLOURS.line}"/>`,
    ),
    ...drawing.lanes.flatMap(({ y, nameAt }, lane) => [
      `<line x1="0" x2="100%" y1="${y}" y2="${y}" stroke="${COLOURS.line}"/>`,
      timeline.lane === "none"
        ? ""
        : text({ x: 4, y: nameAt, size: 12, weight: 600 }, laneNames[lane] ?? ""),
    ]),
    ...drawing.marks.flatMap(({ shapes }) => shapes.map(drawn)),
    `</svg><svg x="${MARGIN}" y="${top + drawing.height}" width="${inner}" height="28" overflow="visible">`,
    ...spreadTicks(ticks, 12).map(({ at, day }, n) =>
      text(
        { x: `${at}%`, y: 18, size: 12, anchor: "middle", fill: COLOURS.muted },
        tickLabel(day, timeline.window, { isFirst: n === 0, locale }),
      ),
    ),
    "</svg></svg>\n",
  ];
  return parts.join("\n");
}

const GRADIENTS = Object.entries({ in: [0, 1], out: [1, 0], inout: [0, 0] })
  .map(
    ([name, [first, last]]) =>
      `<linearGradient id="fades-${name}">${[first, 1, last]
        .map(
          (opacity, at) =>
            `<stop offset="${at / 2}" stop-color="${COLOURS.accent}" stop-opacity="${opacity}"/>`,
        )
        .join("")}</linearGradient>`,
  )
  .join("");

const LOOKS: Record<Tone, string> = {
  known: `fill="${COLOURS.accent}"`,
  possible: `fill="${COLOURS.soft}" stroke="${COLOURS.accent}"`,
  "fades-in": 'fill="url(#fades-in)" fill-opacity="0.45"',
  "fades-out": 'fill="url(#fades-out)" fill-opacity="0.45"',
  "fades-inout": 'fill="url(#fades-inout)" fill-opacity="0.45"',
  anticipated: `fill="none" stroke="${COLOURS.warn}" stroke-dasharray="5 4"`,
  unconfirmed: `fill="none" stroke="${COLOURS.accent}" stroke-dasharray="2 3"`,
  denied: `fill="none" stroke="${COLOURS.muted}"`,
  halo: `fill="none" stroke="${COLOURS.ground}"`,
  asked: `fill="${COLOURS.soft}" fill-opacity="0.6"`,
  line: `stroke="${COLOURS.line}"`,
};

const STRIKE = `stroke="${COLOURS.bad}"`;

function drawn(shape: Shape): string {
  if (shape.kind === "text") {
    const { x, y, role } = shape;
    const anchor = { count: "middle", "arrow-in": "start", "arrow-out": "end" }[role];
    const fill = role === "count" ? COLOURS.ink : COLOURS.accent;
    return text(
      { x: `${x}%`, y: role === "count" ? y : y + 4, size: 11, anchor, fill },
      shape.text,
    );
  }
  const look = shape.kind === "line" && shape.tone === "denied" ? STRIKE : LOOKS[shape.tone];
  if (shape.kind === "line")
    return `<line x1="${shape.x1}%" x2="${shape.x2}%" y1="${shape.y1}" y2="${shape.y2}" stroke-width="2" ${look}/>`;
  return `<rect x="${shape.x}%" y="${shape.y}" width="${shape.width}%" height="${shape.height}" ${look}/>`;
}

type Placed = {
  x: number | string;
  y: number;
  size: number;
  weight?: number;
  anchor?: string;
  fill?: string;
};

function text({ x, y, size, weight = 400, anchor = "start", fill }: Placed, words: string): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${fill ?? COLOURS.ink}">${escaped(words)}</text>`;
}
