import type { MouseEvent } from "react";
import type { Drawing, Shape, Tone } from "./timeline-drawing";
import type { ToldMark } from "./timeline-marks";

type Props = {
  drawing: Drawing;
  ticks: { at: number; day: string }[];
  /** Null where there is but one lane, for all. */
  laneNames: { text: string; href: string }[] | null;
  told: ReadonlyMap<string, ToldMark>;
  active: string | null;
  onActive: (key: string | null) => void;
  onFollow: (mark: ToldMark, event: MouseEvent) => void;
};

/** The drawing of a timeline. Each mark is a link; they are not in the order of tabs, since the list has them too. */
export function TimelineCanvas(props: Props) {
  const { drawing, ticks, laneNames, told, active, onActive, onFollow } = props;
  return (
    <>
      {ticks.map(({ at, day }) => (
        <line className="stroke-line" key={day} x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" />
      ))}
      {drawing.behind.map((shape) => (
        <Drawn key={shape.kind} shape={shape} />
      ))}
      {drawing.lanes.map(({ y, nameAt }, lane) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a lane is its place
        <g key={lane}>
          {y > 0 && <line className="stroke-line" x1="0" x2="100%" y1={y} y2={y} />}
          {laneNames?.[lane] && (
            <a href={laneNames[lane].href} tabIndex={-1}>
              <text className="fill-ink text-xs font-semibold" x="4" y={nameAt}>
                {laneNames[lane].text}
              </text>
            </a>
          )}
        </g>
      ))}
      {drawing.marks.map((mark) => {
        const own = told.get(mark.key);
        return (
          <a
            aria-label={own?.label}
            className="timeline-mark"
            data-active={mark.key === active || undefined}
            href={own?.href}
            key={mark.key}
            onBlur={() => onActive(null)}
            onClick={(event) => own && onFollow(own, event)}
            onFocus={() => onActive(mark.key)}
            onPointerEnter={() => onActive(mark.key)}
            onPointerLeave={() => onActive(null)}
            // Months may be shortened differently by the browser: the server's words stay.
            suppressHydrationWarning
            tabIndex={-1}
          >
            <rect
              className="timeline-area"
              height={mark.area.height}
              width={`${mark.area.width}%`}
              x={`${mark.area.x}%`}
              y={mark.area.y}
            />
            {mark.shapes.map((shape, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the shapes of a mark have an order and nothing else
              <Drawn key={at} shape={shape} />
            ))}
          </a>
        );
      })}
    </>
  );
}

const RECTS: Record<Tone, string> = {
  known: "fill-accent",
  possible: "fill-accent-soft stroke-accent",
  "fades-in": "",
  "fades-out": "",
  "fades-inout": "",
  anticipated: "fill-none stroke-warn",
  unconfirmed: "fill-none stroke-accent",
  denied: "fill-none stroke-muted",
  halo: "fill-none stroke-card",
  asked: "timeline-asked",
  line: "fill-line",
};

const FADES: Partial<Record<Tone, string>> = {
  "fades-in": "url(#timeline-in)",
  "fades-out": "url(#timeline-out)",
  "fades-inout": "url(#timeline-inout)",
};

const DASHES: Partial<Record<Tone, string>> = { anticipated: "4 3", unconfirmed: "2 3" };

const LINES: Partial<Record<Tone, string>> = { anticipated: "stroke-warn", denied: "stroke-bad" };

function Drawn({ shape }: { shape: Shape }) {
  if (shape.kind === "line")
    return (
      <line
        className={LINES[shape.tone] ?? "stroke-line"}
        strokeDasharray={shape.tone === "anticipated" ? "6 5" : undefined}
        strokeWidth={LINES[shape.tone] ? 2 : 1}
        x1={`${shape.x1}%`}
        x2={`${shape.x2}%`}
        y1={shape.y1}
        y2={shape.y2}
      />
    );
  if (shape.kind === "text") return <Text {...shape} />;
  const { x, width, y, height, tone } = shape;
  return (
    <rect
      className={RECTS[tone]}
      fill={FADES[tone]}
      fillOpacity={FADES[tone] ? 0.45 : undefined}
      height={height}
      strokeDasharray={DASHES[tone]}
      width={`${width}%`}
      x={`${x}%`}
      y={y}
    />
  );
}

function Text({ x, y, text, role }: Extract<Shape, { kind: "text" }>) {
  if (role === "count")
    return (
      <text className="timeline-count fill-ink" textAnchor="middle" x={`${x}%`} y={y}>
        {text}
      </text>
    );
  return (
    <text
      className="fill-accent text-xs"
      dominantBaseline="central"
      textAnchor={role === "arrow-in" ? "start" : "end"}
      x={`${x}%`}
      y={y}
    >
      {text}
    </text>
  );
}
