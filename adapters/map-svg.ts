import type { MapSign } from "../domain/map-legend";
import type { MapArea, MapArrow, MapDot, MapSheet } from "../domain/map-sheet";
import { wrapText } from "../domain/wrap-text";

/** What stands around a drawing that has left its page. Each legend entry has the shade it explains. */
type MapWords = {
  title: string;
  /** What the shades are of. */
  shaded: string;
  legend: { level: MapArea["level"] | "land"; text: string }[];
  /** The dots and arrows, with what they mean. */
  signs: { sign: MapSign; text: string }[];
  /** Below everything: what has to be known to read it, where it is from, and when it was made. */
  notes: string[];
};

/** Light colours, whatever the reader's screen: the file is for paper and for other documents. */
const INK = "#1d1f23";
const EDGE = "#85888e";
const SHADES = ["#cfe2e5", "#a6c9cf", "#76abb5", "#428895", "#0b5d6e"];
const OTHER = { none: "#ffffff", zero: "#ecf4f5", unknown: "url(#dotted)", land: "url(#hatch)" };
const TONE = "#8a4200";
const DASHES: Partial<Record<MapArrow["modality"], string>> = {
  anticipated: "12 8",
  unconfirmed: "4 6",
};
const LINE = 34;
const TITLE_LINE = 40;
/** As many letters of the title and of a note as surely fit in a line. */
const TITLE_LETTERS = 86;
const LETTERS = 130;
const FONT = 'font-family="system-ui, sans-serif"';

/** A map as a file of its own: an SVG that needs no style, script, font or picture from elsewhere. */
export function mapSvg(sheet: MapSheet, { title, shaded, legend, signs, notes }: MapWords): string {
  const { width, height, land, borders, areas, dots, arrows } = sheet;
  const titleLines = wrapText(title, TITLE_LETTERS);
  const top = 24 + titleLines.length * TITLE_LINE;
  const below = top + height + LINE;
  const noteLines = notes.flatMap((note) => wrapText(note, LETTERS));
  const explained = [
    ...legend.map(({ level, text }) => ({ swatch: levelSwatch(level), text })),
    ...signs.map(({ sign, text }) => ({ swatch: signSwatch(sign), text })),
  ];
  const all = below + (explained.length + noteLines.length + 2) * LINE;
  const text = (x: number, y: number, words: string, size = 24) =>
    `<text x="${x}" y="${y}" font-size="${size}" fill="${INK}" ${FONT}>${escaped(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${all}" role="img" aria-label="${escaped(title)}">`,
    `<title>${escaped(title)}</title>`,
    "<defs>",
    `<pattern id="hatch" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="14" height="14" fill="#fbfaf8"/><path d="M0 0V14" stroke="#d5d2cb" stroke-width="2"/></pattern>`,
    `<pattern id="dotted" width="16" height="16" patternUnits="userSpaceOnUse"><rect width="16" height="16" fill="#ffffff"/><circle cx="8" cy="8" r="2.5" fill="${SHADES[4]}"/></pattern>`,
    `<clipPath id="frame"><rect width="${width}" height="${height}"/></clipPath>`,
    "</defs>",
    `<rect width="${width}" height="${all}" fill="#ffffff"/>`,
    ...titleLines.map((words, at) => text(20, 42 + at * TITLE_LINE, words, 30)),
    `<g transform="translate(0 ${top})" clip-path="url(#frame)">`,
    `<path d="${land}" fill="${OTHER.land}" fill-rule="evenodd" stroke="${EDGE}"/>`,
    ...areas.map(area),
    `<path d="${borders}" fill="none" stroke="#b9b6b0"/>`,
    ...arrows.map(arrow),
    ...dots.map(dot),
    "</g>",
    text(20, below, shaded),
    ...explained.map(({ swatch, text: words }, at) => {
      const y = below + (at + 1) * LINE;
      return `<g transform="translate(20 ${y - 20})">${swatch}</g>${text(72, y, words)}`;
    }),
    ...noteLines.map((words, at) =>
      text(20, below + (explained.length + at + 1) * LINE, words, 20),
    ),
    "</svg>",
    "",
  ].join("\n");
}

function fillOf(level: MapArea["level"] | "land"): string {
  return typeof level === "number" ? SHADES[level]! : OTHER[level];
}

function area({ d, level, label, selected }: MapArea): string {
  const stroke = selected ? `stroke="${INK}" stroke-width="5"` : `stroke="${EDGE}"`;
  return `<path d="${d}" fill="${fillOf(level)}" fill-rule="evenodd" ${stroke}><title>${escaped(label)}</title></path>`;
}

/** Swatches are 40 wide and 24 high. */
function levelSwatch(level: MapArea["level"] | "land"): string {
  return `<rect width="40" height="24" fill="${fillOf(level)}" stroke="${EDGE}"/>`;
}

function signSwatch(sign: MapSign): string {
  if (sign === "town" || sign === "area") return circle({ x: 20, y: 12, kind: sign });
  if (sign === "loop")
    return arrowPaths({ line: "M15 24C0 -6 40 -6 27 15", head: "M20 24L20 11 31 16Z", weight: 2 });
  return arrowPaths({ line: "M0 12H30", head: "M40 12L27 5 27 19Z", weight: 2, modality: sign });
}

function arrow(drawn: MapArrow): string {
  return `<g><title>${escaped(drawn.label)}</title>${arrowPaths(drawn)}</g>`;
}

function arrowPaths({
  line,
  head,
  weight,
  modality,
}: Pick<MapArrow, "line" | "head" | "weight"> & Partial<Pick<MapArrow, "modality">>): string {
  const dashing = modality && DASHES[modality];
  const dashes = dashing ? ` stroke-dasharray="${dashing}"` : "";
  return `<path d="${line}" fill="none" stroke="${TONE}" stroke-width="${weight * 1.5}"${dashes}/><path d="${head}" fill="${TONE}"/>`;
}

function dot(drawn: MapDot): string {
  return `<g><title>${escaped(drawn.label)}</title>${circle(drawn)}</g>`;
}

function circle({ x, y, kind }: Pick<MapDot, "x" | "y" | "kind">): string {
  const [fill, stroke] = kind === "town" ? [INK, "#ffffff"] : ["#ffffff", INK];
  return `<circle cx="${x}" cy="${y}" r="6" fill="${fill}" stroke="${stroke}" stroke-width="3"/>`;
}

/** For text and for attributes; characters that XML cannot hold are left out. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
  );
}
