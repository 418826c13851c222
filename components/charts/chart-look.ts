/** The colours and font of a chart, as SVG attributes say them. */
export type ChartLook = {
  ink: string;
  muted: string;
  line: string;
  bar: string;
  ground: string;
  font: string;
};

/** On a page: its own colours, so that light and dark are right. */
export const PAGE_LOOK: ChartLook = {
  ink: "var(--ink)",
  muted: "var(--muted)",
  line: "var(--line)",
  bar: "var(--accent)",
  ground: "var(--card)",
  font: "inherit",
};

/** In a file of its own: the light colours on white, the fonts that the pages ask for. */
export const FILE_LOOK: ChartLook = {
  ink: "#1d1f23",
  muted: "#5c626b",
  line: "#e3e1dc",
  bar: "#0b5d6e",
  ground: "#ffffff",
  font: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans CJK KR', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
};

/** How opaque that part of a bar is which is only possible. */
export const POSSIBLE_OPACITY = 0.35;
