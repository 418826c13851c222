"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import {
  type KeyboardEvent,
  type MouseEvent,
  useDeferredValue,
  useMemo,
  useRef,
  useState,
} from "react";
import { askedDays, askedHull, type DayLimits, withDates } from "../domain/asked-days";
import { datesAreOfEvents } from "../domain/incident-filter";
import { FIRST_PAGE } from "../domain/incident-page";
import { type Timeline, unsureOf } from "../domain/timeline-chart";
import { drawnHref, timelineHref } from "../domain/timeline-links";
import type { TimelineRequest } from "../domain/timeline-request";
import { panWindow, type TimelineWindow, zoomWindow } from "../domain/timeline-window";
import { laneName } from "../domain/timeline-words";
import { TimelineAxis } from "./timeline-axis";
import { TimelineBrush } from "./timeline-brush";
import { TimelineCanvas } from "./timeline-canvas";
import { drawTimeline, timelineTicks } from "./timeline-drawing";
import { TimelineLegend } from "./timeline-legend";
import { TimelineList } from "./timeline-list";
import { type ToldMark, tellMarks } from "./timeline-marks";
import { TimelineSummary } from "./timeline-summary";
import { TimelineTools } from "./timeline-tools";
import { TimelineGradients } from "./timeline-track";
import { useTimelineWindow } from "./use-timeline-window";
import { useTimelineZoom } from "./use-timeline-zoom";

type Props = {
  initial: Timeline & { window: TimelineWindow };
  request: TimelineRequest;
  /** What is drawn where everything is to be seen. */
  whole: TimelineWindow;
  /** A calendar day, UTC. */
  today: string;
};

/**
 * The timeline to look around in. As the server sends it, it is whole: its buttons and marks are links. With script
 * the wheel, fingers, keys and the strip below it do the same without another page.
 */
export function TimelineExplorer({ initial, request, whole, today }: Props) {
  const say = useTranslations();
  const locale = useLocale();
  const router = useRouter();
  const svg = useRef<SVGSVGElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const { timeline, view, window, state, look, settle } = useTimelineWindow(initial, request);
  useTimelineZoom(svg, { view, look, settle });

  const { filter, lane } = request;
  const asked = askedDays(filter);
  // What is said changes with what was fetched, and not at every step of a move.
  const drawn = useMemo(() => ({ ...request, window: timeline.window }), [request, timeline]);
  const told = useMemo(
    () => tellMarks(timeline, drawn, { locale, say, today }),
    [timeline, drawn, locale, say, today],
  );
  // The list is long and may follow later than the drawing.
  const listed = useDeferredValue(timeline);
  const listedFor = useMemo(() => ({ ...request, window: listed.window }), [request, listed]);
  const drawing = drawTimeline(timeline, view, asked ?? []);
  const ticks = timelineTicks(view);
  const here = { ...request, window };
  const laneNames =
    lane === "none"
      ? null
      : timeline.lanes.map((row) => ({
          text: say("timeline.laneCount", { lane: laneName(row, say), count: row.possible }),
          href: drawnHref(drawn, timeline, row),
        }));
  const follow = ({ closer }: ToldMark, event: MouseEvent) => {
    if (closer === null || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0)
      return;
    event.preventDefault();
    setActive(null);
    svg.current?.parentElement?.focus();
    settle(closer, "pushed");
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = STEPS[event.key]?.(window, whole);
    if (next !== undefined) {
      event.preventDefault();
      settle(next);
      return;
    }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const marks = [...(svg.current?.querySelectorAll<SVGAElement>(".timeline-mark") ?? [])];
    const at = marks.indexOf(document.activeElement as SVGAElement);
    marks[
      at === -1 && by < 0 ? marks.length - 1 : (at + by + marks.length) % marks.length
    ]?.focus();
  };
  const ask = (period: DayLimits) =>
    router.push(timelineHref({ ...here, filter: withDates(filter, period), page: FIRST_PAGE }));

  return (
    <>
      <TimelineTools onMove={settle} request={here} whole={whole} window={window} />
      <TimelineSummary request={request} state={state} timeline={timeline} />
      <figure className="card card-body mt-2">
        <TimelineLegend
          isAsked={asked !== null}
          isBinned={timeline.unit !== null}
          isOfEvents={datesAreOfEvents(filter)}
          unsure={unsureOf(timeline)}
        />
        <TimelineGradients />
        {/* biome-ignore lint/a11y/useSemanticElements: what can be moved by keys is no set of fields */}
        <div
          aria-label={say("timeline.chart")}
          className="timeline-chart"
          onKeyDown={onKeyDown}
          role="group"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it must be reached to be moved by keys
          tabIndex={0}
        >
          {/* biome-ignore lint/a11y/noSvgWithoutTitle: the group around it is named; a title would hang under the pointer */}
          <svg className="timeline-canvas" height={drawing.height} ref={svg} width="100%">
            <TimelineCanvas
              active={active}
              drawing={drawing}
              laneNames={laneNames}
              onActive={setActive}
              onFollow={follow}
              ticks={ticks}
              told={told}
            />
          </svg>
        </div>
        <div aria-hidden="true">
          <TimelineAxis axis={window} ticks={ticks} />
        </div>
        <div className="no-print noscript:hidden">
          <TimelineBrush asked={askedHull(filter)} onAsk={ask} view={view} />
        </div>
        {/* Beside what is pointed at, however high the drawing is. */}
        <p className="muted small no-print noscript:hidden sticky bottom-0 min-h-10 bg-card py-1">
          {told.get(active ?? "")?.label ?? say("timeline.hint")}
        </p>
      </figure>
      <TimelineList request={listedFor} timeline={listed} today={today} />
    </>
  );
}

/** What the keys do on the drawing. */
const STEPS: Record<string, (window: TimelineWindow, whole: TimelineWindow) => TimelineWindow> = {
  "+": (window) => zoomWindow(window, 0.5),
  "=": (window) => zoomWindow(window, 0.5),
  "-": (window) => zoomWindow(window, 2),
  ArrowLeft: (window) => panWindow(window, -0.25),
  ArrowRight: (window) => panWindow(window, 0.25),
  Home: (_window, whole) => whole,
};
