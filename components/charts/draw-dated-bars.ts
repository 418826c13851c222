import * as Plot from "@observablehq/plot";
import { scaleLinear } from "d3-scale";
import { parseHTML } from "linkedom";
import { type ChartLook, POSSIBLE_OPACITY } from "./chart-look";
import type { DatedBar } from "./dated-bars";

export type DrawnBars = {
  bars: readonly DatedBar[];
  unit: "month" | "year";
  /** The number that the axis reaches at least, so that two charts can have one scale. */
  highest: number;
  width: number;
  height: number;
  locale: string;
  look: ChartLook;
  titleOf(bar: DatedBar): string;
  /** Null for a drawing without links. */
  hrefOf: ((bar: DatedBar, dates: "certain" | "possible") => string) | null;
};

const MARGIN = { left: 46, right: 6, top: 16, bottom: 36 };

/** Bars over months or years, drawn without a browser, as an SVG element. */
export function drawDatedBars(drawn: DrawnBars): Element {
  const { bars, width, height, look, hrefOf, titleOf } = drawn;
  const { document } = parseHTML("<!doctype html><html></html>");
  const { ticks, top, tickFormat } = numberAxis(drawn);
  const { days, labelOf } = dateAxis(drawn);
  const bandwidth = (width - MARGIN.left - MARGIN.right) / Math.max(bars.length, 1);
  const x = ({ figure }: DatedBar) => figure.earliest;
  const linked = (dates: "certain" | "possible") =>
    hrefOf ? { href: (bar: DatedBar) => hrefOf(bar, dates) } : {};
  const inset = bandwidth > 8 ? 1 : 0;
  const arrowSize = Math.min(11, Math.max(5, bandwidth));
  const svg = Plot.plot({
    document,
    width,
    height,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    className: "chart",
    x: { type: "band", domain: bars.map(x), padding: bandwidth > 4 ? 0.15 : 0, axis: null },
    y: { domain: [0, top], axis: null },
    marks: [
      Plot.gridY(ticks, { stroke: look.line, strokeOpacity: 1 }),
      Plot.axisY(ticks, { tickSize: 0, tickFormat, label: null, fill: look.muted }),
      Plot.axisX(days, { tickSize: 3, tickFormat: labelOf, label: null, fill: look.muted }),
      Plot.barY(
        bars.filter(({ sure, most }) => most > sure),
        {
          x,
          y1: "sure",
          y2: "most",
          fill: look.bar,
          fillOpacity: POSSIBLE_OPACITY,
          ...(bandwidth > 8 && { stroke: look.bar }),
          inset: inset / 2,
          title: titleOf,
          ...linked("possible"),
        },
      ),
      Plot.barY(
        bars.filter(({ sure }) => sure > 0),
        { x, y1: 0, y2: "sure", fill: look.bar, title: titleOf, ...linked("certain") },
      ),
      Plot.tickY(
        bars.filter(({ best, sure, most }) => best !== null && best > 0 && most > sure),
        { x, y: "best", stroke: look.ink, strokeWidth: 2 },
      ),
      Plot.text(
        bars.filter(({ isOpen }) => isOpen),
        { x, y: "most", text: () => "↑", dy: -6, fill: look.ink, fontSize: arrowSize },
      ),
      Plot.ruleY([0], { stroke: look.muted }),
    ],
  }) as unknown as Element;
  svg.setAttribute("font-family", look.font);
  svg.setAttribute("font-size", "11");
  return svg;
}

/** Whole numbers, a few of them, and the highest of them as the end of the axis. */
function numberAxis({ highest, bars, locale }: DrawnBars) {
  const most = Math.max(highest, 1, ...bars.map((bar) => bar.most));
  const scale = scaleLinear([0, most], [0, 1]).nice(4);
  const top = Math.max(scale.domain()[1]!, 1);
  const { format } = new Intl.NumberFormat(locale, {
    notation: top >= 100_000 ? "compact" : "standard",
  });
  return {
    ticks: scale.ticks(4).filter((tick) => Number.isInteger(tick)),
    top,
    tickFormat: (tick: number) => format(tick),
  };
}

/** As many labels as there is room for: every year, every second, …; months with their year below where it begins. */
function dateAxis({ bars, unit, width, locale }: DrawnBars) {
  const days = bars.map(({ figure }) => figure.earliest);
  const room = Math.floor((width - MARGIN.left - MARGIN.right) / 38);
  const step = STEPS[unit].find((each) => days.length / each <= room) ?? STEPS[unit].at(-1)!;
  const placeOf = (day: string) =>
    unit === "year" ? Number(day.slice(0, 4)) : Number(day.slice(5, 7)) - 1;
  const shown =
    step > 12 && unit === "month"
      ? days.filter((day) => day.endsWith("-01-01") && Number(day.slice(0, 4)) % (step / 12) === 0)
      : days.filter((day) => placeOf(day) % step === 0);
  const ticks = shown.length > 0 ? shown : days.slice(0, 1);
  const { format } = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  const labelOf = (day: string) => {
    const year = day.slice(0, 4);
    if (unit === "year" || step >= 12) return year;
    const month = format(new Date(day));
    return day === ticks[0] || day.slice(5, 7) === "01" ? `${month}\n${year}` : month;
  };
  return { days: ticks, labelOf };
}

const STEPS = { month: [1, 2, 3, 6, 12, 24, 60], year: [1, 2, 5, 10, 20, 50, 100] };
