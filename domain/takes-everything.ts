import {
  emptyIncidentFilter,
  type IncidentFilter,
  serializeIncidentFilter,
  withoutFields,
} from "./incident-filter";
import { REVIEW_STATUSES } from "./vocabulary";

/** The filter that asks for every review status, so for what is retracted too, and for nothing else. */
export function everything(): IncidentFilter {
  return { ...emptyIncidentFilter(), review: [...REVIEW_STATUSES] };
}

/** Whether a filter asks for every review status and nothing else. */
export function takesEverything(filter: IncidentFilter): boolean {
  const { review } = filter;
  return asksOnlyFor(filter) && REVIEW_STATUSES.every((one) => review.includes(one));
}

/** Whether a filter asks for nothing but how far incidents are reviewed, and for every status or for none. */
export function takesAll(filter: IncidentFilter): boolean {
  return (asksOnlyFor(filter) && filter.review.length === 0) || takesEverything(filter);
}

function asksOnlyFor(filter: IncidentFilter): boolean {
  return serializeIncidentFilter(withoutFields(filter, ["review"])).toString() === "";
}
