import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { datesAreOfEvents } from "../domain/incident-filter";
import type { Timeline } from "../domain/timeline-chart";
import {
  askedHref,
  DRAWN_LIST,
  laneHref,
  leftOutHref,
  showsAllAsked,
  undatedHref,
} from "../domain/timeline-links";
import type { TimelineRequest } from "../domain/timeline-request";
import { periodText } from "../domain/timeline-words";

type Props = {
  timeline: Timeline;
  request: TimelineRequest;
  state: "ready" | "loading" | "failed";
};

const ALL = { key: "", codes: [] };

/**
 * What is drawn, in words: the time, how many incidents may and do lie in it or are found by the dates of the filter,
 * what has no date, what is counted by.
 */
export function TimelineSummary({ timeline, request, state }: Props) {
  const say = useTranslations();
  const t = useTranslations("timeline");
  const locale = useLocale();
  const { window, possible, certain, undated, unit, lane, asked, leftOut } = timeline;
  if (window === null) return null;
  const ofAll = { ...request, lane: "none" } as const;
  const link = (href: string) => (text: ReactNode) => (
    <Link href={href} prefetch={false}>
      {text}
    </Link>
  );
  const found =
    asked !== null &&
    t.rich(`asked.${request.filter.dates}`, {
      count: asked,
      list: link(askedHref(request)),
    });
  return (
    <div className="mt-2">
      <p role="status">
        <strong suppressHydrationWarning>{periodText(window, { locale, say })}</strong>
        {": "}
        {found && unit === null
          ? found
          : t.rich("inWindow", {
              possible,
              certain,
              all: link(laneHref(ofAll, ALL, { ...window, dates: "possible" })),
              sure: link(laneHref(ofAll, ALL, { ...window, dates: "certain" })),
            })}
        {found && unit === null && !showsAllAsked(request.filter, timeline) && (
          <>
            {" · "}
            {t.rich("asked.drawn", {
              count: possible - leftOut,
              list: (text) => <a href={`#${DRAWN_LIST}`}>{text}</a>,
            })}
          </>
        )}
        {leftOut > 0 && (
          <>
            {" · "}
            {t.rich("leftOut", { count: leftOut, list: link(leftOutHref(request, window)) })}
          </>
        )}
        {undated > 0 && (
          <> · {t.rich("undated", { count: undated, list: link(undatedHref(request)) })}</>
        )}
        {" · "}
        {t(`by.${unit ?? (datesAreOfEvents(request.filter) ? "event" : "bar")}`)}
        {state !== "ready" && (
          <span className={state === "failed" ? "text-bad" : "muted"}> · {t(state)}</span>
        )}
      </p>
      {found && unit !== null && (
        <p>
          {found}. {t("asked.periods")}
        </p>
      )}
      {lane !== "none" && <p className="muted small">{t(`about.${lane}`)}</p>}
    </div>
  );
}
