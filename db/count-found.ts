import type { FoundIncidents } from "../domain/found-incidents";
import type { IncidentFilter } from "../domain/incident-filter";
import { countMatching } from "../domain/incident-index/count-matching";
import { askMatching } from "./ask-matching";
import type { Store } from "./store";
import type { Moment } from "./store-index";

/** How many incidents a filter finds at a moment. */
export async function countFound(
  store: Store,
  moment: Moment,
  filter: IncidentFilter,
): Promise<FoundIncidents> {
  const counts = await askMatching(store, moment, filter, "counts", countMatching);
  const { total, certain, possible, undated } = counts;
  return { total, certain, possible, undated };
}
