import Link from "next/link";
import { useTranslations } from "next-intl";
import { isUnknownCount } from "../domain/count-range";
import { formatCount } from "../domain/format-count";
import type { Headline } from "../domain/headline-type";
import type { IncidentEvent } from "../domain/incident";
import type { IncidentNames } from "../domain/incident-names";
import type { IncidentTimeline, TimelineRow } from "../domain/incident-timeline";
import type { CitedSource } from "../domain/incident-view";
import { MODALITIES } from "../domain/vocabulary";
import { scaleOf, TimelineAxis, ticksOf } from "./timeline-axis";
import { TimelineGradients, TimelineTrack } from "./timeline-track";
import { DateText } from "./ui/date-text";
import { Tag } from "./ui/tag";

type Props = {
  timeline: IncidentTimeline;
  events: IncidentEvent[];
  headline: Headline;
  names: IncidentNames;
  sources: readonly CitedSource[];
};

const ROW = "grid items-stretch gap-x-4 lg:grid-cols-[11rem_minmax(0,1fr)_minmax(15rem,24rem)]";

/** The incident's events on one linear axis, each with its date, its people and its sources in words beside it. */
export function IncidentTimelineChart({ timeline, events, headline, names, sources }: Props) {
  const t = useTranslations("incident.timeline");
  const { axis, rows } = timeline;
  if (rows.length === 0) return <p className="muted">{t("none")}</p>;
  const percent = axis && scaleOf(axis);
  const ticks = axis && percent ? ticksOf(axis, percent) : [];
  return (
    <div className="card card-body">
      {axis ? <Legend /> : <p className="muted mb-2">{t("undated")}</p>}
      <TimelineGradients />
      <ol>
        {rows.map((row) => (
          <li
            className={`${ROW} border-t border-line py-1.5 first:border-t-0 lg:border-0 lg:py-0`}
            key={row.eventId}
          >
            <EventName name={names.event[row.eventId] ?? row.eventId} row={row} />
            {percent && (
              <div className="relative order-last min-h-7 lg:order-none">
                <TimelineTrack row={row} scale={percent} ticks={ticks} />
              </div>
            )}
            <div className="small py-0.5 lg:py-1.5">
              <EventWords
                event={events.find(({ id }) => id === row.eventId)!}
                headline={headline}
                names={names}
                row={row}
              />
              <EventSources row={row} sources={sources} />
            </div>
          </li>
        ))}
      </ol>
      {axis && (
        <div aria-hidden="true" className={ROW}>
          <TimelineAxis axis={axis} ticks={ticks} />
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

/** Every source that speaks of the event, by name; copies say so. */
function EventSources({ row, sources }: { row: TimelineRow; sources: readonly CitedSource[] }) {
  const t = useTranslations("incident.timeline");
  const speaking = row.spokenOfBy.flatMap(({ sourceId, isCopy }) => {
    const source = sources.find(({ id }) => id === sourceId);
    return source ? [{ source, isCopy }] : [];
  });
  if (speaking.length === 0) return null;
  return (
    <ul aria-label={t("spokenOfBy")} className="muted flex flex-wrap gap-x-1.5">
      {speaking.map(({ source, isCopy }, at) => (
        <li key={source.id}>
          <Link
            className="inline-flex min-h-6 items-center"
            href={`/sources/${source.ref}`}
            prefetch={false}
          >
            {source.publisher || source.title || source.ref}
          </Link>
          {isCopy && ` (${t("copy")})`}
          {at < speaking.length - 1 && ","}
        </li>
      ))}
    </ul>
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
