import { wrapText } from "../../domain/wrap-text";
import { type ChartLook, FILE_LOOK, POSSIBLE_OPACITY } from "./chart-look";
import { type DrawnBars, drawDatedBars } from "./draw-dated-bars";
import { escaped, svgText } from "./svg-text";

type ChartFile = {
  title: string;
  /** What the chart is of, how it counts, and when it was made. */
  about: string;
  rule: string;
  made: string;
  /** The words beside the two parts of a bar, and beside what else it has. */
  legend: { certain: string; possible: string; more: readonly string[] };
  locale: string;
  drawn: Omit<DrawnBars, "width" | "height" | "look" | "hrefOf" | "locale">;
};

const WIDTH = 960;
const HEIGHT = 380;
const MARGIN = 24;
/** About so many letters go into one line. */
const LETTERS = 140;

/** A chart that stands alone: all it needs to be understood is in the picture, nothing is asked of anybody. */
export function chartFile({ title, about, rule, made, legend, locale, drawn }: ChartFile): string {
  const look = FILE_LOOK;
  const chart = drawDatedBars({
    ...drawn,
    width: WIDTH - 2 * MARGIN,
    height: HEIGHT,
    locale,
    look,
    hrefOf: null,
  });
  let y = 40;
  const down = (by: number) => {
    y += by;
    return y;
  };
  const parts = [text(title, y, look.ink, 'font-size="20" font-weight="650"')];
  down(6);
  for (const line of wrapText(about, LETTERS))
    parts.push(text(line, down(19), look.ink, 'font-size="13"'));
  parts.push(drawLegend(legend, down(26), look));
  down(10);
  chart.setAttribute("x", String(MARGIN));
  chart.setAttribute("y", String(y));
  parts.push(svgText(chart));
  down(HEIGHT + 4);
  for (const line of [...wrapText(rule, LETTERS), made])
    parts.push(text(line, down(16), look.muted, 'font-size="11"'));
  down(20);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" width="${WIDTH}" height="${y}" role="img" font-family="${escaped(look.font)}" lang="${escaped(locale)}">`,
    `<title>${escaped(`${title}. ${about}`)}</title>`,
    `<rect width="${WIDTH}" height="${y}" fill="${look.ground}"></rect>`,
    ...parts,
    "</svg>\n",
  ].join("\n");
}

function text(words: string, y: number, fill: string, more: string): string {
  return `<text x="${MARGIN}" y="${y}" fill="${fill}" ${more}>${escaped(words)}</text>`;
}

function drawLegend(legend: ChartFile["legend"], y: number, look: ChartLook): string {
  const swatch = (x: number, opacity: number) =>
    `<rect x="${x}" y="${y - 10}" width="12" height="12" fill="${look.bar}" fill-opacity="${opacity}" stroke="${look.bar}"></rect>`;
  const words = (x: number, said: string) =>
    `<text x="${x}" y="${y}" fill="${look.ink}" font-size="12">${escaped(said)}</text>`;
  const second = MARGIN + 18 + 7 * legend.certain.length + 24;
  const third = second + 18 + 7 * legend.possible.length + 24;
  return [
    swatch(MARGIN, 1),
    words(MARGIN + 18, legend.certain),
    swatch(second, POSSIBLE_OPACITY),
    words(second + 18, legend.possible),
    words(third, legend.more.join(" · ")),
  ].join("");
}
