import { scaleUtc } from "d3-scale";
import { useLocale, useTranslations } from "next-intl";
import { isUnknownCount } from "../domain/count-range";
import { formatCount } from "../domain/format-count";
import type { Headline } from "../domain/headline-type";
import type { IncidentEvent } from "../domain/incident";
import type { IncidentNames } from "../domain/incident-names";
import type { Extent, IncidentTimeline, TimelineRow } from "../domain/incident-timeline";
import { addDays, daysBetween } from "../domain/partial-date";
import { MODALITIES } from "../domain/vocabulary";
import { DateText } from "./ui/date-text";
import { Tag } from "./ui/tag";

type Props = {
  timeline: IncidentTimeline;
  events: IncidentEvent[];
  headline: Headline;
  names: IncidentNames;
};

/** Per cent of the width of the drawing. */
type Scale = (day: string) => number;

const ROW = "grid items-stretch gap-x-4 lg:grid-cols-[11rem_minmax(0,1fr)_minmax(15rem,24rem)]";

/** The incident's events on one linear axis, each with its date, its people and its sources in words beside it. */
export function IncidentTimelineChart({ timeline, events, headline, names }: Props) {
  const t = useTranslations("incident.timeline");
  const { axis, rows } = timeline;
  if (rows.length === 0) return <p className="muted">{t("none")}</p>;
  const percent = axis && scaleOf(axis);
  const ticks = axis && percent ? ticksOf(axis, percent) : [];
  return (
    <div className="card card-body">
      {axis ? <Legend /> : <p className="muted mb-2">{t("undated")}</p>}
      <Gradients />
      <ol>
        {rows.map((row) => (
          <li
            className={`${ROW} border-t border-line py-1.5 first:border-t-0 lg:border-0 lg:py-0`}
            key={row.eventId}
          >
            <EventName name={names.event[row.eventId] ?? row.eventId} row={row} />
            {percent && (
              <div className="relative order-last min-h-7 lg:order-none">
                <Track row={row} scale={percent} ticks={ticks} />
              </div>
            )}
            <div className="small py-0.5 lg:py-1.5">
              <EventWords
                event={events.find(({ id }) => id === row.eventId)!}
                headline={headline}
                names={names}
                row={row}
              />
            </div>
          </li>
        ))}
      </ol>
      {axis && (
        <div aria-hidden="true" className={ROW}>
          <Axis axis={axis} ticks={ticks} />
        </div>
      )}
    </div>
  );
}

function EventName({ name, row: { modality } }: { name: string; row: TimelineRow }) {
  const t = useTranslations("vocabulary.modality");
  return (
    <div className="py-0.5 lg:py-1.5">
      <span className="inline-block first-letter:uppercase">
        {modality === "denied" ? <s>{name}</s> : name}
      </span>
      {modality !== "reported" && (
        <>
          {" "}
          <Tag tone={modality === "anticipated" ? "warn" : "plain"}>{t(modality)}</Tag>
        </>
      )}
    </div>
  );
}

type WordsProps = Pick<Props, "headline" | "names"> & { row: TimelineRow; event: IncidentEvent };

function EventWords({ row, event, headline, names }: WordsProps) {
  const t = useTranslations();
  const derived = headline.events[row.eventId]!;
  const name = names.event[row.eventId];
  const people = event.groups.flatMap(({ groupId }) => {
    const group = names.group[groupId] ?? groupId;
    const some = derived.counts[groupId];
    if (some && !isUnknownCount(some))
      return t("incident.timeline.someOf", { count: formatCount(some, t), group });
    const all = headline.groups[groupId]?.count;
    return all && !isUnknownCount(all)
      ? t("incident.timeline.allOf", { count: formatCount(all, t), group })
      : group;
  });
  const said = MODALITIES.filter((modality) => row.saidBy[modality] > 0).map((modality) =>
    t(`incident.timeline.saidBy.${modality}`, { count: row.saidBy[modality] }),
  );
  const sources = [
    ...(said.length > 0 ? said : [t("incident.timeline.sources", { count: row.sources })]),
    ...(row.copies > 0 ? [t("incident.timeline.copies", { count: row.copies })] : []),
  ];
  return (
    <>
      <DateText date={derived.date} />
      {people.length > 0 && <> · {people.join(", ")}</>}
      {event.description !== "" && event.description !== name && <> · {event.description}</>}
      <span className="muted"> · {sources.join(", ")}</span>
    </>
  );
}

const BAR_HEIGHT = 14;
/** Beside the first line of the words. */
const MIDDLE = 16;

/** One event as a drawing; what it shows is said in words beside it. */
function Track({ row, scale, ticks }: { row: TimelineRow; scale: Scale; ticks: Tick[] }) {
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
function Gradients() {
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

type Tick = { at: number; day: string };

function scaleOf({ from, to }: { from: string; to: string }): Scale {
  const scale = scaleUtc([utc(from), utc(addDays(to, 1))], [0, 100]);
  return (day) => scale(utc(day));
}

/** Round days, months or years, as many as are read easily; each at the beginning of its day. */
function ticksOf({ from, to }: { from: string; to: string }, scale: Scale): Tick[] {
  const days = scaleUtc()
    .domain([utc(from), utc(addDays(to, 1))])
    .ticks(6)
    .map((time) => time.toISOString().slice(0, 10));
  return [...new Set(days)].map((day) => ({ day, at: scale(day) }));
}

function Axis({ axis, ticks }: { axis: { from: string; to: string }; ticks: Tick[] }) {
  const locale = useLocale();
  const days = daysBetween(axis.from, axis.to);
  const label = (day: string, first: boolean) =>
    new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
      timeZone: "UTC",
      year: first || days > 365 || day.endsWith("-01-01") ? "numeric" : undefined,
      month: "short",
      day: days > 365 ? undefined : "numeric",
    }).format(utc(day));
  return (
    <div className="relative h-5 text-xs text-muted lg:col-start-2">
      {ticks.map(({ at, day }, n) => (
        <span
          className={`absolute -translate-x-1/2 whitespace-nowrap ${n % 2 === 1 ? "max-sm:hidden" : ""}`}
          key={day}
          style={{ left: `${Math.min(Math.max(at, 4), 96)}%` }}
        >
          {label(day, n === 0)}
        </span>
      ))}
    </div>
  );
}

function Legend() {
  const t = useTranslations("incident.timeline");
  const box = "inline-block h-2.5 w-7 rounded-full align-middle";
  return (
    <ul aria-label={t("legend")} className="muted small mb-2 flex flex-wrap gap-x-4">
      <li>
        <span className={`${box} bg-accent`} /> {t("legendKnown")}
      </li>
      <li>
        <span className={`${box} border-[1.5px] border-accent`} /> {t("legendPossible")}
      </li>
      <li>
        <span className="inline-block w-7 border-t-[2.5px] border-dashed border-warn align-middle" />{" "}
        {t("legendAnticipated")}
      </li>
      <li>
        <s>{t("legendDenied")}</s>
      </li>
    </ul>
  );
}

function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
