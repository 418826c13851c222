import { datesAreOfEvents } from "../domain/incident-filter";
import type { Timeline } from "../domain/timeline-chart";
import { laneHref, windowHref } from "../domain/timeline-links";
import type { TimelineRequest } from "../domain/timeline-request";
import { fitWindow, type TimelineWindow } from "../domain/timeline-window";
import { barLabel, binLabel, laneName, type TimelineWords } from "../domain/timeline-words";
import { markKey } from "./timeline-drawing";

/** What a mark says and where it leads. `closer`: the window it leads to, where that is on the same timeline. */
export type ToldMark = { label: string; href: string; closer: TimelineWindow | null };

/**
 * What is said of each mark of a timeline, by its key; once for all the places it is moved to. A bar leads to its
 * incident; a bin closer to what is in it, and where there is no closer, to the list of it.
 */
export function tellMarks(
  timeline: Timeline,
  request: TimelineRequest,
  words: TimelineWords,
): ReadonlyMap<string, ToldMark> {
  const told = new Map<string, ToldMark>();
  const isOfEvents = datesAreOfEvents(request.filter);
  for (const [at, lane] of timeline.lanes.entries()) {
    const inLane = (label: string) =>
      timeline.lane === "none"
        ? label
        : words.say("timeline.inLane", { lane: laneName(lane, words.say), label });
    for (const bar of lane.bars)
      told.set(markKey(at, { bar }), {
        label: inLane(barLabel(bar, words)),
        href: `/incidents/${bar.ref}`,
        closer: null,
      });
    for (const bin of lane.bins) {
      const { from, to } = bin;
      const closer = timeline.unit === "day" ? null : fitWindow({ from, to });
      told.set(markKey(at, { bin }), {
        label: inLane(binLabel(bin, isOfEvents, words)),
        href:
          closer === null
            ? laneHref(request, lane, { from, to, dates: "possible" })
            : windowHref(request, closer),
        closer,
      });
    }
  }
  return told;
}
