import { type IncidentFilter, matchesNothing, withoutFields } from "./incident-filter";

/**
 * The filter without the provinces and places that it asks for: a map leaves out its own selection, as a facet does. A
 * filter with a mistake in it stays as it is, so that none widens.
 */
export function unchosenFilter(filter: IncidentFilter): IncidentFilter {
  return matchesNothing(filter) ? filter : withoutFields(filter, ["province", "place"]);
}
