"use client";

import { type BrushBehavior, brushX, type D3BrushEvent } from "d3-brush";
import { select } from "d3-selection";
import { useEffect, useRef, useState } from "react";
import type { DayLimits } from "../domain/asked-days";
import { dayAt, dayNumber } from "../domain/partial-date";
import { letScroll } from "./let-scroll";
import type { TimelineView } from "./timeline-drawing";

type Props = {
  view: TimelineView;
  asked: DayLimits;
  /** The days that were marked, both inclusive; an end that was open and not moved stays open. */
  onAsk: (period: DayLimits) => void;
};

const HEIGHT = 28;

/** A strip to mark a time on, with a pointer. By keyboard the same is typed into the filter. */
export function TimelineBrush({ view, asked, onAsk }: Props) {
  const group = useRef<SVGGElement>(null);
  const brush = useRef<BrushBehavior<unknown> | null>(null);
  const latest = useRef({ view, asked, onAsk, drawn: null as [number, number] | null });
  const [width, setWidth] = useState(0);

  useEffect(() => {
    latest.current = { ...latest.current, view, asked, onAsk };
  });
  useEffect(() => {
    const svg = group.current!.ownerSVGElement!;
    const observer = new ResizeObserver(() => setWidth(svg.clientWidth));
    observer.observe(svg);
    const stop = letScroll(svg);
    return () => {
      observer.disconnect();
      stop();
    };
  }, []);
  useEffect(() => {
    if (width === 0) return;
    brush.current = brushX<unknown>()
      .extent([
        [0, 0],
        [width, HEIGHT],
      ])
      .on("end", ({ selection, sourceEvent }: D3BrushEvent<unknown>) => {
        // Without an event of the pointer it was only drawn where it belongs.
        if (!sourceEvent) return;
        const { view: now, asked: was, drawn, onAsk: ask } = latest.current;
        // A mere click marks nothing and takes nothing away.
        if (selection === null) return draw(drawn);
        const dayOf = (x: number) => now.first + (x / width) * (now.last - now.first);
        const [x1, x2] = selection as [number, number];
        const [from, to] = [Math.floor(dayOf(x1)), Math.ceil(dayOf(x2)) - 1];
        const [staysFrom, staysTo] = [0, 1].map(
          (end) => drawn !== null && Math.abs([x1, x2][end]! - drawn[end]!) < 1,
        );
        if (staysFrom && staysTo) return;
        // An end that was not moved stays as it was asked for, which may be open or beyond the edge.
        ask({
          from: staysFrom ? was.from : dayAt(from),
          to: staysTo ? was.to : dayAt(Math.max(to, from)),
        });
      });
    const strip = select(group.current!);
    const draw = (place: [number, number] | null) =>
      strip.call(brush.current!.move as never, place);
    strip.call(brush.current as BrushBehavior<unknown> as never).style("touch-action", "pan-y");
  }, [width]);
  useEffect(() => {
    if (width === 0 || brush.current === null) return;
    const at = (day: number) =>
      Math.min(width, Math.max(0, (width * (day - view.first)) / (view.last - view.first)));
    const from = asked.from === null ? 0 : at(dayNumber(asked.from));
    const to = asked.to === null ? width : at(dayNumber(asked.to) + 1);
    const isAsked = (asked.from !== null || asked.to !== null) && to > from;
    latest.current.drawn = isAsked ? [from, to] : null;
    select(group.current!).call(brush.current.move as never, latest.current.drawn);
  }, [width, view.first, view.last, asked.from, asked.to]);

  return (
    <svg aria-hidden="true" className="timeline-brush w-full" height={HEIGHT}>
      <g ref={group} />
    </svg>
  );
}
