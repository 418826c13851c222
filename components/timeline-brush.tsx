"use client";

import { type BrushBehavior, brushX, type D3BrushEvent } from "d3-brush";
import { select } from "d3-selection";
import { useEffect, useRef, useState } from "react";
import { dayAt, dayNumber } from "../domain/partial-date";
import type { TimelineView } from "./timeline-drawing";

type Props = {
  view: TimelineView;
  asked: { from: string | null; to: string | null };
  /** The days that were marked, both inclusive; null where the mark was taken away. */
  onAsk: (period: { from: string; to: string } | null) => void;
};

const HEIGHT = 28;

/** A strip to mark a time on, with a pointer. By keyboard the same is typed into the filter. */
export function TimelineBrush({ view, asked, onAsk }: Props) {
  const group = useRef<SVGGElement>(null);
  const brush = useRef<BrushBehavior<unknown> | null>(null);
  const latest = useRef({ view, onAsk });
  const [width, setWidth] = useState(0);

  useEffect(() => {
    latest.current = { view, onAsk };
  });
  useEffect(() => {
    const svg = group.current!.ownerSVGElement!;
    const observer = new ResizeObserver(() => setWidth(svg.clientWidth));
    observer.observe(svg);
    return () => observer.disconnect();
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
        const { view: now, onAsk: ask } = latest.current;
        if (selection === null) return ask(null);
        const dayOf = (x: number | [number, number]) =>
          now.first + ((x as number) / width) * (now.last - now.first);
        const [from, to] = [dayOf(selection[0]), dayOf(selection[1])];
        ask({
          from: dayAt(Math.floor(from)),
          to: dayAt(Math.max(Math.ceil(to) - 1, Math.floor(from))),
        });
      });
    select(group.current!).call(brush.current as BrushBehavior<unknown> as never);
  }, [width]);
  useEffect(() => {
    if (width === 0 || brush.current === null) return;
    const at = (day: number) =>
      Math.min(width, Math.max(0, (width * (day - view.first)) / (view.last - view.first)));
    const from = asked.from === null ? 0 : at(dayNumber(asked.from));
    const to = asked.to === null ? width : at(dayNumber(asked.to) + 1);
    const isAsked = (asked.from !== null || asked.to !== null) && to > from;
    select(group.current!).call(brush.current.move as never, isAsked ? [from, to] : null);
  }, [width, view.first, view.last, asked.from, asked.to]);

  return (
    <svg aria-hidden="true" className="timeline-brush w-full" height={HEIGHT}>
      <g ref={group} />
    </svg>
  );
}
