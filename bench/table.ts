import { type Baseline, changeSince, keptOf } from "./baseline";
import type { Measured } from "./measure";

const HEADINGS = [
  "measure",
  "median",
  "p95",
  "p99",
  "processor",
  "runs",
  "× engine",
  "rows/s",
  "target",
  "change",
];

/** What was measured, a line each, as a table in Markdown. `before`: of a baseline with as many incidents. */
export function tableOf(measured: readonly Measured[], before: Baseline[string] = {}): string {
  const rows = measured.map((one) => cellsOf(one, before));
  const widths = HEADINGS.map((heading, n) =>
    Math.max(...[heading, ...rows.map((row) => row[n]!)].map(width)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, n) => pad(cell, widths[n]!, n > 0)).join(" | ")} |`;
  const rule = `|${widths.map((size, n) => (n > 0 ? `${"-".repeat(size + 1)}:` : "-".repeat(size + 2))).join("|")}|`;
  return [line(HEADINGS), rule, ...rows.map(line)].join("\n");
}

function cellsOf(one: Measured, before: Baseline[string]): string[] {
  const { measure, timing } = one;
  const { unit = "ms", target, judgedBy = "p95" } = measure;
  const now = keptOf(one);
  const then = before[measure.name];
  const said = (value: number) => `${written(value)} ${unit}`;
  return [
    measure.name,
    said(timing.median),
    said(timing.p95),
    said(timing.p99),
    timing.processor === null ? "" : `${written(timing.processor)} ms`,
    `${timing.runs}`,
    now.ratio === null ? "" : written(now.ratio),
    timing.rows === null || unit !== "ms" ? "" : written((timing.rows * 1000) / timing.median),
    target === undefined ? "" : `${timing[judgedBy] <= target ? "≤" : "over"} ${target} ${unit}`,
    then ? percent(changeSince(then, now)) : "",
  ];
}

function percent(change: number): string {
  const by = Math.round((change - 1) * 100);
  return by > 0 ? `+${by} %` : by < 0 ? `−${-by} %` : "0 %";
}

function written(value: number): string {
  const rounded = value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  return rounded.toLocaleString("en", { maximumFractionDigits: 3 });
}

/** Han and Hangul take two columns. */
function width(text: string): number {
  return text.length + (text.match(/[\p{Script=Han}\p{Script=Hangul}]/gu)?.length ?? 0);
}

function pad(cell: string, size: number, right: boolean): string {
  const space = " ".repeat(size - width(cell));
  return right ? space + cell : cell + space;
}
