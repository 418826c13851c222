import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { memo } from "react";
import { formatPeople } from "../domain/format-people";
import { datesAreOfEvents } from "../domain/incident-filter";
import type { Timeline, TimelineBar, TimelineLane } from "../domain/timeline-chart";
import {
  anticipatedHref,
  DRAWN_LIST,
  laneHref,
  leftOutHref,
  windowHref,
} from "../domain/timeline-links";
import type { TimelineRequest } from "../domain/timeline-request";
import { fitWindow } from "../domain/timeline-window";
import { eventText, laneName, periodText } from "../domain/timeline-words";
import { CountText } from "./ui/count-text";
import { DateText } from "./ui/date-text";
import { IncidentTitle } from "./ui/incident-title";
import { PageSection } from "./ui/page-section";
import { StatusText } from "./ui/status-text";

type Props = { timeline: Timeline; request: TimelineRequest; today: string };

/** All that is drawn as a list, lane by lane, for whoever does not see the drawing, and for paper. Stays while one moves. */
export const TimelineList = memo(function TimelineList({ timeline, request, today }: Props) {
  const say = useTranslations();
  const { lanes, unit, window, leftOut } = timeline;
  const shown = lanes.filter(({ possible, bins }) =>
    unit === null ? possible > 0 : bins.some((bin) => bin.possible > 0),
  );
  return (
    <PageSection id={DRAWN_LIST} title={say("timeline.list")}>
      {shown.length === 0 && leftOut === 0 && (
        <p className="muted">{say("timeline.nothingHere")}</p>
      )}
      {shown.map((lane) => {
        const content =
          unit === null ? (
            <Bars bars={lane.bars} today={today} />
          ) : (
            <Bins lane={lane} request={request} />
          );
        if (lane.key === "") return <div key="">{content}</div>;
        const name = laneName(lane, say);
        return (
          <details key={lane.key} open={unit === null}>
            <summary className="py-1 font-semibold">
              {say("timeline.laneCount", { lane: name, count: lane.possible })}
            </summary>
            {content}
          </details>
        );
      })}
      {leftOut > 0 && (
        <p className="mt-2">
          {say.rich("timeline.leftOutOfList", {
            count: leftOut,
            list: (text) => (
              <Link href={leftOutHref(request, window)} prefetch={false}>
                {text}
              </Link>
            ),
          })}
        </p>
      )}
    </PageSection>
  );
});

function Bars({ bars, today }: { bars: TimelineBar[]; today: string }) {
  const say = useTranslations();
  return (
    <ol className="card card-body grid gap-1.5">
      {bars.map((bar) => (
        <li key={bar.key}>
          <Link className="inline-block min-h-6" href={`/incidents/${bar.ref}`} prefetch={false}>
            <IncidentTitle reviewStatus={bar.reviewStatus} title={bar.title} />
          </Link>
          <span className="block">
            {bar.event !== null && <>{eventText(bar, say)} · </>}
            <DateText date={bar.date} />
            {bar.places.length > 0 && <> · {bar.places.join(", ")}</>}
            {" · "}
            {formatPeople(bar.headline.persons, say)}
            {" · "}
            <StatusText headline={bar.headline} today={today} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function Bins({ lane, request }: { lane: TimelineLane; request: TimelineRequest }) {
  const say = useTranslations();
  const t = useTranslations("timeline.table");
  const locale = useLocale();
  const name = laneName(lane, say);
  const ahead = datesAreOfEvents(request.filter) ? "anticipated" : "atRisk";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={t("label", { lane: name })} className="table-scroll" tabIndex={0}>
      <table className="table table-cards">
        <thead>
          <tr>
            <th scope="col">{t("period")}</th>
            <th className="num" scope="col">
              {t("possible")}
            </th>
            <th className="num" scope="col">
              {t("certain")}
            </th>
            <th className="num" scope="col">
              {t(ahead)}
            </th>
            <th className="num" scope="col">
              {t("people")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lane.bins
            .filter(({ possible }) => possible > 0)
            .map(({ from, to, possible, certain, anticipated, persons }) => (
              <tr key={from}>
                <th className="card-title" data-label={t("period")} scope="row">
                  <Link
                    href={windowHref(request, fitWindow({ from, to }))}
                    prefetch={false}
                    suppressHydrationWarning
                  >
                    {periodText({ from, to }, { locale, say })}
                  </Link>
                </th>
                <td className="num" data-label={t("possible")}>
                  <Link
                    href={laneHref(request, lane, { from, to, dates: "possible" })}
                    prefetch={false}
                  >
                    {say("count.exactly", { count: possible })}
                  </Link>
                </td>
                <td className="num" data-label={t("certain")}>
                  {certain === 0 ? (
                    <span>{certain}</span>
                  ) : (
                    <Link
                      href={laneHref(request, lane, { from, to, dates: "certain" })}
                      prefetch={false}
                    >
                      {say("count.exactly", { count: certain })}
                    </Link>
                  )}
                </td>
                <td className="num" data-label={t(ahead)}>
                  <Anticipated
                    count={anticipated}
                    href={anticipatedHref(request, lane, { from, to })}
                  />
                </td>
                <td className="num" data-label={t("people")}>
                  <span>
                    <CountText count={persons} />
                  </span>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}

function Anticipated({ count, href }: { count: number; href: string | null }) {
  const say = useTranslations();
  const text = say("count.exactly", { count });
  if (count === 0 || href === null) return <span>{text}</span>;
  return (
    <Link href={href} prefetch={false}>
      {text}
    </Link>
  );
}
