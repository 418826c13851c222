import type { MapArea, MapArrow, MapDot, MapSheet } from "../domain/map-sheet";

/** What stands around a drawing that has left its page. Each legend entry has the shade it explains. */
type MapWords = {
  title: string;
  /** What the shades are of. */
  shaded: string;
  legend: { level: MapArea["level"] | "land"; text: string }[];
  /** Below everything: where it is from, and what has to be known to read it. */
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
/** As many letters of a note as surely fit in a line. */
const LETTERS = 130;
const FONT = 'font-family="system-ui, sans-serif"';

/** A map as a file of its own: an SVG that needs no style, script, font or picture from elsewhere. */
export function mapSvg(sheet: MapSheet, { title, shaded, legend, notes }: MapWords): string {
  const { width, height, land, borders, areas, dots, arrows } = sheet;
  const top = 64;
  const below = top + height + LINE;
  const noteLines = notes.flatMap(linesOf);
  const all = below + (legend.length + noteLines.length + 2) * LINE;
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
    text(20, 42, title, 30),
    `<g transform="translate(0 ${top})" clip-path="url(#frame)">`,
    `<path d="${land}" fill="${OTHER.land}" fill-rule="evenodd" stroke="${EDGE}"/>`,
    ...areas.map(area),
    `<path d="${borders}" fill="none" stroke="#b9b6b0"/>`,
    ...arrows.map(arrow),
    ...dots.map(dot),
    "</g>",
    text(20, below, shaded),
    ...legend.map(({ level, text: words }, at) => {
      const y = below + (at + 1) * LINE;
      return `<rect x="20" y="${y - 20}" width="40" height="24" fill="${fillOf(level)}" stroke="${EDGE}"/>${text(72, y, words)}`;
    }),
    ...noteLines.map((words, at) => text(20, below + (legend.length + at + 1) * LINE, words, 20)),
    "</svg>",
    "",
  ].join("\n");
}

/** An SVG does not break text by itself. */
function linesOf(note: string): string[] {
  return note.match(new RegExp(`.{1,${LETTERS}}(?=\\s|$)`, "g"))?.map((line) => line.trim()) ?? [];
}

function fillOf(level: MapArea["level"] | "land"): string {
  return typeof level === "number" ? SHADES[level]! : OTHER[level];
}

function area({ d, level, label, selected }: MapArea): string {
  const stroke = selected ? `stroke="${INK}" stroke-width="5"` : `stroke="${EDGE}"`;
  return `<path d="${d}" fill="${fillOf(level)}" fill-rule="evenodd" ${stroke}><title>${escaped(label)}</title></path>`;
}

function arrow({ line, head, modality, weight, label }: MapArrow): string {
  const dashes = DASHES[modality] ? ` stroke-dasharray="${DASHES[modality]}"` : "";
  return `<g><title>${escaped(label)}</title><path d="${line}" fill="none" stroke="${TONE}" stroke-width="${weight * 1.5}"${dashes}/><path d="${head}" fill="${TONE}"/></g>`;
}

function dot({ x, y, kind, label }: MapDot): string {
  const shape =
    kind === "town"
      ? `<circle cx="${x}" cy="${y}" r="6" fill="${INK}" stroke="#ffffff" stroke-width="3">`
      : `<circle cx="${x}" cy="${y}" r="6" fill="#ffffff" stroke="${INK}" stroke-width="3">`;
  return `${shape}<title>${escaped(label)}</title></circle>`;
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
