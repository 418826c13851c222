import { printable } from "./filter-field";
import {
  type IncidentFilter,
  matchesNothing,
  parseIncidentFilter,
  serializeIncidentFilter,
  withoutFields,
} from "./incident-filter";
import { FIRST_PAGE, type IncidentPage, parseIncidentPage } from "./incident-page";
import type { Issue } from "./issue";
import { LANE_KINDS, type LaneKind, NOT_KNOWN, OTHER_LANES } from "./timeline-lanes";
import { readWindow, type TimelineWindow, writeWindow } from "./timeline-window";

/** What may be of any day of a window, or reaches over all of it. */
export const THROUGHOUT = "throughout";
/** Incidents that no filter finds and that a timeline therefore lists itself. */
export const LISTED_APART = ["undated", THROUGHOUT, OTHER_LANES, NOT_KNOWN] as const;
export type ListedApart = (typeof LISTED_APART)[number];

/**
 * What an address asks of a timeline. The filter's own dates are the time that is asked for and marked; `window` is
 * what is drawn, null = the usual one. `only`: which incidents are listed beside it; `page`: of that list.
 */
export type TimelineRequest = {
  filter: IncidentFilter;
  lane: LaneKind;
  window: TimelineWindow | null;
  only: ListedApart | null;
  page: IncidentPage;
};

const OWN = ["lane", "window", "only"];

/** Reads an address, tolerant of anything, with all issues: those of the filter, `page.…`, and `timeline.…`. */
export function parseTimelineRequest(params: URLSearchParams): {
  request: TimelineRequest;
  issues: Issue[];
} {
  const ofFilter = new URLSearchParams([...params].filter(([name]) => !OWN.includes(name)));
  const { filter, issues: filterIssues } = parseIncidentFilter(ofFilter);
  const { page, issues: pageIssues } = parseIncidentPage(params);
  const issues = [...filterIssues, ...pageIssues];
  const one = <T>(
    name: string,
    read: (text: string) => T | null | undefined,
    issue: Omit<Issue, "path">,
  ) => {
    const asked = [...new Set(params.getAll(name).map((text) => text.trim()))].filter(Boolean);
    const value = asked.length === 1 ? read(asked[0]!) : null;
    if (asked.length > 0 && value == null)
      issues.push({
        path: name,
        code: issue.code,
        values: { value: printable(asked.join(", ")), ...issue.values },
      });
    return value ?? null;
  };
  const lane = one("lane", (text) => LANE_KINDS.find((kind) => kind === text), {
    code: "timeline.not_a_lane",
    values: { allowed: LANE_KINDS.join(", ") },
  });
  const window = one("window", readWindow, { code: "timeline.not_a_window" });
  // Without lanes nothing is apart from them.
  const apart =
    lane === null || lane === "none" ? (["undated", THROUGHOUT] as const) : LISTED_APART;
  const only = one("only", (text) => apart.find((each) => each === text), {
    code: "timeline.not_a_list",
    values: { allowed: apart.join(", ") },
  });
  return { request: { filter, lane: lane ?? "none", window, only, page }, issues };
}

/** The address of a request, in one canonical order, with what is usual left out. Inverse of the parse. */
export function serializeTimelineRequest({
  filter,
  lane,
  window,
  only,
  page,
}: TimelineRequest): URLSearchParams {
  const params = serializeIncidentFilter(filter);
  if (lane !== "none") params.append("lane", lane);
  if (window !== null) params.append("window", writeWindow(window));
  if (only !== null) params.append("only", only);
  if (page.page !== FIRST_PAGE.page) params.append("page", String(page.page));
  if (page.size !== FIRST_PAGE.size) params.append("size", String(page.size));
  return params;
}

/** The filter of what is drawn: all of it but its dates, which are marked in the drawing; nothing where it matches nothing. */
export function drawnFilter(filter: IncidentFilter): IncidentFilter {
  if (matchesNothing(filter)) return filter;
  return withoutFields(filter, ["from", "to", "when", "dates"]);
}
