"use client";

import { select } from "d3-selection";
import { type D3ZoomEvent, zoom, zoomIdentity } from "d3-zoom";
import { type RefObject, useEffect, useRef } from "react";
import type { TimelineWindow } from "../domain/timeline-window";
import { letScroll } from "./let-scroll";
import { fitView, type TimelineView, windowOf } from "./timeline-drawing";

type Moves = {
  view: TimelineView;
  look: (view: TimelineView) => void;
  settle: (window: TimelineWindow) => void;
};

/** Looks closer with the wheel or two fingers, and elsewhere by dragging. A finger that moves up or down scrolls. */
export function useTimelineZoom(svg: RefObject<SVGSVGElement | null>, moves: Moves): void {
  const latest = useRef(moves);
  useEffect(() => {
    latest.current = moves;
  });
  useEffect(() => {
    const element = svg.current as (SVGSVGElement & { __zoom?: unknown }) | null;
    if (element === null) return;
    let base = latest.current.view;
    let now: TimelineView | null = null;
    const behaviour = zoom<SVGSVGElement, unknown>()
      .on("start", () => {
        base = latest.current.view;
        now = null;
      })
      .on("zoom", ({ transform: { k, x } }: D3ZoomEvent<SVGSVGElement, unknown>) => {
        const perPixel = (base.last - base.first) / element.clientWidth;
        const first = base.first - (x / k) * perPixel;
        now = fitView({ first, last: first + (base.last - base.first) / k });
        latest.current.look(now);
      })
      .on("end", () => {
        // The next move begins from where this one ended.
        element.__zoom = zoomIdentity;
        if (now !== null) latest.current.settle(windowOf(now));
      });
    const selection = select<SVGSVGElement, unknown>(element);
    selection.call(behaviour).on("dblclick.zoom", null);
    const stop = letScroll(element);
    return () => {
      stop();
      selection.on(".zoom", null);
    };
  }, [svg]);
}
