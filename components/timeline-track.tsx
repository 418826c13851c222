import type { Extent, TimelineRow } from "../domain/incident-timeline";
import { addDays } from "../domain/partial-date";
import type { Scale, Tick } from "./timeline-axis";

const BAR_HEIGHT = 14;
/** Beside the first line of the words. */
const MIDDLE = 16;

/** One event as a drawing; what it shows is said in words beside it. */
export function TimelineTrack({
  row,
  scale,
  ticks,
}: {
  row: TimelineRow;
  scale: Scale;
  ticks: Tick[];
}) {
  const denied = row.modality === "denied";
  return (
    <svg aria-hidden="true" className="absolute inset-0 size-full overflow-visible">
      {ticks.map(({ at }) => (
        <line className="stroke-line" key={at} x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" />
      ))}
      {row.at === "before" && <Arrow at={0} side="left" />}
      {row.at === "after" && <Arrow at={100} side="right" />}
      {row.possible && row.modality === "anticipated" && (
        <Dashes extent={row.possible} scale={scale} />
      )}
      {row.possible && row.modality !== "anticipated" && (
        <Bar
          denied={denied}
          extent={row.possible}
          filled={false}
          scale={scale}
          unsure={row.modality === "unconfirmed"}
        />
      )}
      {row.known && !denied && row.modality === "reported" && (
        <Bar denied={false} extent={row.known} filled scale={scale} unsure={false} />
      )}
      {row.possible && denied && <Strike extent={row.possible} scale={scale} />}
      {row.possible?.cutsIn && <Arrow at={0} side="left" />}
      {row.possible?.cutsOut && <Arrow at={100} side="right" />}
    </svg>
  );
}

type ShapeProps = { extent: Extent; scale: Scale };

/** Left and width in per cent; wide enough to be seen, whatever the scale. */
function spanOf({ from, to }: Extent, scale: Scale): { left: number; width: number } {
  const left = scale(from);
  return { left, width: Math.max(scale(addDays(to, 1)) - left, 0.8) };
}

type BarProps = ShapeProps & { filled: boolean; denied: boolean; unsure: boolean };

function Bar({ extent, scale, filled, denied, unsure }: BarProps) {
  const { left, width } = spanOf(extent, scale);
  const fades = `${extent.fadesIn ? "in" : ""}${extent.fadesOut ? "out" : ""}`;
  const stroke = denied ? "stroke-muted" : fades === "" ? "stroke-accent" : "";
  return (
    <rect
      className={filled ? "fill-accent" : `fill-none ${stroke}`}
      height={BAR_HEIGHT}
      rx={BAR_HEIGHT / 2}
      stroke={!filled && !denied && fades !== "" ? `url(#timeline-${fades})` : undefined}
      strokeDasharray={unsure ? "2 3" : undefined}
      strokeWidth={filled ? undefined : 1.5}
      width={`${width}%`}
      x={`${left}%`}
      y={MIDDLE - BAR_HEIGHT / 2}
    />
  );
}

function Dashes({ extent, scale }: ShapeProps) {
  const { left, width } = spanOf(extent, scale);
  return (
    <>
      <line
        className="stroke-warn"
        strokeDasharray="6 5"
        strokeWidth={2.5}
        x1={`${left}%`}
        x2={`${left + width}%`}
        y1={MIDDLE}
        y2={MIDDLE}
      />
      {extent.fadesOut && <Arrow at={100} side="right" tone="fill-warn" />}
    </>
  );
}

function Strike({ extent, scale }: ShapeProps) {
  const { left, width } = spanOf(extent, scale);
  return (
    <line
      className="stroke-bad"
      strokeWidth={2}
      x1={`${left - 0.6}%`}
      x2={`${left + width + 0.6}%`}
      y1={MIDDLE}
      y2={MIDDLE}
    />
  );
}

type ArrowProps = { at: number; side: "left" | "right"; tone?: string };

function Arrow({ at, side, tone = "fill-accent" }: ArrowProps) {
  return (
    <text
      className={tone}
      dominantBaseline="central"
      fontSize={14}
      textAnchor={side === "left" ? "start" : "end"}
      x={`${at}%`}
      y={MIDDLE}
    >
      {side === "left" ? "◂" : "▸"}
    </text>
  );
}

/** A side that is not known fades out. One set for all rows, found by id. */
export function TimelineGradients() {
  const sides = { in: [0, 1], out: [1, 0], inout: [0, 0] } as const;
  return (
    <svg aria-hidden="true" className="absolute size-0">
      <defs>
        {Object.entries(sides).map(([name, [first, last]]) => (
          <linearGradient id={`timeline-${name}`} key={name}>
            <stop offset="0" stopColor="var(--accent)" stopOpacity={first} />
            <stop offset="0.5" stopColor="var(--accent)" stopOpacity="1" />
            <stop offset="1" stopColor="var(--accent)" stopOpacity={last} />
          </linearGradient>
        ))}
      </defs>
    </svg>
  );
}
