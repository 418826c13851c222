import type { Actor } from "../../domain/actor";
import type { IncidentFilter } from "../../domain/incident-filter";
import { countFacets, countOf } from "../../domain/incident-index/count-facets";
import { countMatching, type MatchingCounts } from "../../domain/incident-index/count-matching";
import { askMatching } from "../ask-matching";
import { authoriseReading } from "../authorise-reading";
import type { Store } from "../store";
import { atOneMoment } from "../store-index";

/** What the heading of a list of the filter counts, for a page that shows the incidents in another way than as rows. */
export async function summarizeIncidents(
  store: Store,
  actor: Actor,
  filter: IncidentFilter,
): Promise<MatchingCounts & { retracted: number }> {
  authoriseReading(store, actor, "incident.read");
  return atOneMoment(store, async (moment) => {
    const counts = await askMatching(store, moment, filter, "counts", countMatching);
    const retracted = await askMatching(store, moment, filter, "retracted", (index, matching) =>
      filter.review.length > 0
        ? 0
        : countOf(countFacets(index, matching, ["review"]).review, "retracted"),
    );
    return { ...counts, retracted };
  });
}
