import { withDates } from "./asked-days";
import { DANGERS } from "./custody";
import { datesAreOfEvents, type IncidentFilter, serializeIncidentFilter } from "./incident-filter";
import { FIRST_PAGE } from "./incident-page";
import { narrowFilter } from "./narrow-filter";
import { type LaneRow, laneFilter, NOT_KNOWN, OTHER_LANES } from "./timeline-lanes";
import { serializeTimelineRequest, type TimelineRequest } from "./timeline-request";
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
