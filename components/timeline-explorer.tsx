"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
import { FIRST_PAGE } from "../domain/incident-page";
import type { Timeline } from "../domain/timeline-chart";
import { laneHref, timelineHref, windowHref } from "../domain/timeline-links";
import type { TimelineRequest } from "../domain/timeline-request";
import { fitWindow, panWindow, type TimelineWindow, zoomWindow } from "../domain/timeline-window";
import { barLabel, binLabel, laneName } from "../domain/timeline-words";
import { TimelineAxis } from "./timeline-axis";
import { TimelineBrush } from "./timeline-brush";
import { TimelineCanvas } from "./timeline-canvas";
import { drawTimeline, type Mark, timelineTicks } from "./timeline-drawing";
import { TimelineLegend } from "./timeline-legend";
import { TimelineList } from "./timeline-list";
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
  const words = { locale: useLocale(), say, today };
  const router = useRouter();
  const svg = useRef<SVGSVGElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const { timeline, view, window, state, look, settle } = useTimelineWindow(initial, request);
  useTimelineZoom(svg, { view, look, settle });

  const { filter, lane } = request;
  const drawing = drawTimeline(timeline, view, filter);
  const ticks = timelineTicks(view);
  const here = { ...request, window };
  const laneNames =
    lane === "none"
      ? null
      : timeline.lanes.map((row) => ({
          text: say("timeline.laneCount", { lane: laneName(row, say), count: row.possible }),
          href: laneHref(here, row, timeline.window && { ...timeline.window, dates: "possible" }),
        }));
  const labelOf = (mark: Mark) => {
    const label = "bin" in mark.of ? binLabel(mark.of.bin, words) : barLabel(mark.of.bar, words);
    return lane === "none"
      ? label
      : say("timeline.inLane", { lane: laneName(timeline.lanes[mark.lane]!, say), label });
  };
  /** Where a mark leads: a bin to what is in it, closer, or to its list where there is no closer. */
  const leadsTo = ({ of, lane: at }: Mark): { href: string; window: TimelineWindow | null } => {
    if ("bar" in of) return { href: `/incidents/${of.bar.ref}`, window: null };
    if (timeline.unit === "day") {
      const period = { from: of.bin.from, to: of.bin.to, dates: "possible" as const };
      return { href: laneHref(here, timeline.lanes[at]!, period), window: null };
    }
    const closer = fitWindow(of.bin);
    return { href: windowHref(request, closer), window: { from: closer.from, to: closer.to } };
  };
  const follow = (mark: Mark, event: MouseEvent) => {
    const { window: closer } = leadsTo(mark);
    if (closer === null || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0)
      return;
    event.preventDefault();
    setActive(null);
    svg.current?.parentElement?.focus();
    settle(closer);
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
  const ask = (period: { from: string; to: string } | null) =>
    router.push(
      timelineHref({
        ...here,
        filter: { ...filter, from: period?.from ?? null, to: period?.to ?? null },
        page: FIRST_PAGE,
      }),
    );
  const shown = drawing.marks.find(({ key }) => key === active);

  return (
    <>
      <TimelineTools onMove={settle} request={here} whole={whole} window={window} />
      <TimelineSummary request={request} state={state} timeline={timeline} />
      <figure className="card card-body mt-2">
        <TimelineLegend
          isAsked={filter.from !== null || filter.to !== null}
          isBinned={timeline.unit !== null}
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
          <svg className="timeline-canvas" height={drawing.height} ref={svg} width="100%">
            <title>{say("timeline.chart")}</title>
            <TimelineCanvas
              active={active}
              drawing={drawing}
              hrefOf={(mark) => leadsTo(mark).href}
              labelOf={labelOf}
              laneNames={laneNames}
              onActive={setActive}
              onFollow={follow}
              ticks={ticks}
            />
          </svg>
        </div>
        <div aria-hidden="true">
          <TimelineAxis axis={window} ticks={ticks} />
        </div>
        <div className="no-print">
          <TimelineBrush asked={filter} onAsk={ask} view={view} />
          <p className="muted small min-h-10">{shown ? labelOf(shown) : say("timeline.hint")}</p>
        </div>
      </figure>
      <TimelineList request={here} timeline={timeline} today={today} />
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
