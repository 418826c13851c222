import { askedHull, withDates } from "./asked-days";
import { DANGERS } from "./custody";
import { datesAreOfEvents, type IncidentFilter, serializeIncidentFilter } from "./incident-filter";
import { FIRST_PAGE } from "./incident-page";
import { narrowFilter } from "./narrow-filter";
import type { Timeline } from "./timeline-chart";
import { type LaneRow, laneFilter, NOT_KNOWN, OTHER_LANES } from "./timeline-lanes";
import { serializeTimelineRequest, THROUGHOUT, type TimelineRequest } from "./timeline-request";
import type { TimelineWindow } from "./timeline-window";

/** Where a timeline is, as a picture, as its data, and as the numbers behind it. */
export const TIMELINE_PATHS = [
  "/timeline",
  "/timeline.svg",
  "/timeline.json",
  "/timeline.csv",
] as const;

/** The address of a timeline, or of a file of it. */
export function timelineHref(
  request: TimelineRequest,
  path: (typeof TIMELINE_PATHS)[number] = "/timeline",
): string {
  return withQuery(path, serializeTimelineRequest(request));
}

/** The same timeline, another window of it. */
export function windowHref(request: TimelineRequest, window: TimelineWindow | null): string {
  return timelineHref({ ...request, window, page: FIRST_PAGE });
}

/**
 * The list of exactly the incidents of a lane that may lie, or certainly lie, in a period; without one, of all of the
 * lane. In the table of incidents where a filter can say it, else beside the timeline.
 */
export function laneHref(
  request: TimelineRequest,
  lane: LaneRow,
  period: (TimelineWindow & { dates: IncidentFilter["dates"] }) | null,
): string {
  const dates = {
    from: period?.from ?? null,
    to: period?.to ?? null,
    dates: period?.dates ?? "possible",
  } as const;
  const filter = withDates(request.filter, dates);
  const inTable = laneFilter(filter, request.lane, lane);
  if (inTable !== null) return withQuery("/incidents", serializeIncidentFilter(inTable));
  const only = lane.codes.length > 0 ? OTHER_LANES : NOT_KNOWN;
  // Which lanes are the others depends on the window.
  const window = only === OTHER_LANES ? request.window : null;
  return timelineHref({ ...request, filter, window, only, page: FIRST_PAGE });
}

/** Where the page lists all that is drawn. */
export const DRAWN_LIST = "timeline-list";

/**
 * The list of exactly the incidents that are drawn of a lane; below the drawing where no filter can say it: the filter's
 * own dates and the window would both have to be asked for, or some are left out.
 */
export function drawnHref(
  request: TimelineRequest,
  timeline: Pick<Timeline, "unit" | "window" | "known" | "asked" | "leftOut">,
  lane: LaneRow,
): string {
  const { unit, window, asked, leftOut } = timeline;
  if (window === null || unit !== null || (asked === null && leftOut === 0))
    return laneHref({ ...request, window }, lane, window && { ...window, dates: "possible" });
  const inTable =
    leftOut === 0 && showsAllAsked(request.filter, timeline)
      ? laneFilter(request.filter, request.lane, lane)
      : null;
  return inTable === null
    ? `#${DRAWN_LIST}`
    : withQuery("/incidents", serializeIncidentFilter(inTable));
}

/** The list of what the filter finds. */
export function askedHref({ filter }: Pick<TimelineRequest, "filter">): string {
  return withQuery("/incidents", serializeIncidentFilter(filter));
}

/** Whether whatever may be of a day that the filter asks for may be of one in the window. */
export function showsAllAsked(
  filter: IncidentFilter,
  { window, known }: Pick<Timeline, "window" | "known">,
): boolean {
  const { from, to } = askedHull(filter);
  const [first, last] = [from ?? known?.from, to ?? known?.to];
  return window !== null && window.from <= (first ?? "") && window.to >= (last ?? "9999-12-31");
}

/** The incidents that are left out of the bars of a window, since they reach over all of it. */
export function leftOutHref(request: TimelineRequest, window: TimelineWindow | null): string {
  return timelineHref({ ...request, window, only: THROUGHOUT, page: FIRST_PAGE });
}

/**
 * The list of the incidents of a lane and period of which something is anticipated: an event that is asked for, or, with
 * headline dates, what people were last known at risk of. Null for the other lanes, which such a filter would
 * change, and where the filter asks for none that are anticipated.
 */
export function anticipatedHref(
  request: TimelineRequest,
  lane: LaneRow,
  period: TimelineWindow,
): string | null {
  if (lane.key === OTHER_LANES) return null;
  const { filter } = request;
  const { modality } = filter;
  if (modality.length > 0 && !modality.includes("anticipated")) return null;
  const narrowed = datesAreOfEvents(filter)
    ? { ...filter, modality: ["anticipated" as const] }
    : narrowFilter(filter, { risk: [...DANGERS] });
  return (
    narrowed && laneHref({ ...request, filter: narrowed }, lane, { ...period, dates: "possible" })
  );
}

/** The incidents of a lane without any date. */
export function undatedHref(request: TimelineRequest): string {
  const filter = withDates(request.filter, { from: null, to: null, dates: "possible" });
  return timelineHref({ ...request, filter, only: "undated", page: FIRST_PAGE });
}

function withQuery(path: string, params: URLSearchParams): string {
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}
