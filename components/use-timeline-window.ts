"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Timeline } from "../domain/timeline-chart";
import { timelineHref, windowHref } from "../domain/timeline-links";
import type { TimelineRequest } from "../domain/timeline-request";
import { readWindow, type TimelineWindow, writeWindow } from "../domain/timeline-window";
import { type TimelineView, viewOf, windowOf } from "./timeline-drawing";

const PAUSE_MS = 150;

type Shown = Timeline & { window: TimelineWindow };
type State = "ready" | "loading" | "failed";

/**
 * The window that is looked at and what is known of it. `look`: while it moves; what is there is drawn at once and the
 * rest is fetched. `settle`: where it comes to rest; the address says so, `pushed` as a step that Back takes back.
 */
export function useTimelineWindow(initial: Shown, request: TimelineRequest) {
  const [timeline, setTimeline] = useState(initial);
  const [view, setView] = useState<TimelineView>(() => viewOf(initial.window));
  const [state, setState] = useState<State>("ready");
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; window: TimelineWindow } | null>(
    null,
  );
  const asked = useRef<AbortController | null>(null);

  const load = useCallback(
    (window: TimelineWindow) => {
      setState("loading");
      if (pending.current !== null) {
        pending.current.window = window;
        return;
      }
      const timer = setTimeout(async () => {
        const wanted = pending.current?.window ?? window;
        pending.current = null;
        asked.current?.abort();
        const controller = new AbortController();
        asked.current = controller;
        const href = timelineHref({ ...request, window: wanted }, "/timeline.json");
        try {
          const answer = await fetch(href, { signal: controller.signal });
          if (!answer.ok) throw new Error(`${href}: ${answer.status}`);
          setTimeline(await answer.json());
          setState("ready");
        } catch (error) {
          // A newer one took its place.
          if (controller.signal.aborted) return;
          console.error(error);
          setState("failed");
        }
      }, PAUSE_MS);
      pending.current = { timer, window };
    },
    [request],
  );

  const look = useCallback(
    (next: TimelineView) => {
      setView(next);
      load(windowOf(next));
    },
    [load],
  );
  const settle = useCallback(
    (window: TimelineWindow, entry: "replaced" | "pushed" = "replaced") => {
      setView(viewOf(window));
      const href = windowHref(request, window);
      if (entry === "pushed") history.pushState(null, "", href);
      else history.replaceState(null, "", href);
      load(window);
    },
    [load, request],
  );

  useEffect(() => {
    // Back to where one was before a step closer; another page has an address of its own.
    const comeBack = () => {
      if (location.pathname !== "/timeline") return;
      const left = windowOfAddress() ?? initial.window;
      setView(viewOf(left));
      load(left);
    };
    addEventListener("popstate", comeBack);
    return () => removeEventListener("popstate", comeBack);
  }, [initial.window, load]);

  useEffect(() => {
    // Whoever comes back finds the page as it was first drawn, under the address where they left it.
    const left = windowOfAddress();
    if (left !== null && writeWindow(left) !== writeWindow(initial.window)) settle(left);
    return () => {
      if (pending.current !== null) clearTimeout(pending.current.timer);
      pending.current = null;
      asked.current?.abort();
    };
  }, [initial.window, settle]);

  return {
    timeline,
    view,
    window: windowOf(view),
    state,
    look,
    settle,
  };
}

function windowOfAddress(): TimelineWindow | null {
  return readWindow(new URLSearchParams(location.search).get("window") ?? "");
}
