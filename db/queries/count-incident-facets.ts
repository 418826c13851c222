import type { Actor } from "../../domain/actor";
import { yearPeriod } from "../../domain/calendar-period";
import type { DateFacetValue, FacetValue } from "../../domain/incident-facets";
import type { IncidentFilter } from "../../domain/incident-filter";
import { countDates } from "../../domain/incident-index/count-dates";
import { countFacets } from "../../domain/incident-index/count-facets";
import { countMatching, type MatchingCounts } from "../../domain/incident-index/count-matching";
import { COUNTED_FACETS, type CountedFacet } from "../../domain/incident-index/facet-values";
import { askMatching } from "../ask-matching";
import { authoriseReading } from "../authorise-reading";
import type { Store } from "../store";
import { atOneMoment } from "../store-index";

/** What a filter finds, and what each value would find where it alone were chosen of its facet; those that find nothing are absent. */
export type FacetCountsOf = {
  counts: MatchingCounts;
  facets: Record<CountedFacet, FacetValue[]>;
  /** The newest first. */
  years: Omit<DateFacetValue, "code">[];
};

/** All values of each facet, those with the most incidents first, and the years; all of one moment. */
export async function countIncidentFacets(
  store: Store,
  actor: Actor,
  filter: IncidentFilter,
): Promise<FacetCountsOf> {
  authoriseReading(store, actor, "incident.read");
  return atOneMoment(store, async (moment) => {
    const counts = await askMatching(store, moment, filter, "counts", countMatching);
    const counted = await askMatching(store, moment, filter, "facets", (index, matching) =>
      countFacets(index, matching, COUNTED_FACETS),
    );
    const dates = await askMatching(store, moment, filter, "dates", countDates);
    const facets = COUNTED_FACETS.map((name) => {
      const { codes, perValue } = counted[name];
      const values = codes.flatMap((code, at) =>
        perValue[at]! > 0 ? [{ code, count: perValue[at]! }] : [],
      );
      values.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
      return [name, values];
    });
    const years = [...dates.years]
      .sort(([a], [b]) => b - a)
      .flatMap(([year, count]) => {
        const period = yearPeriod(year);
        if (!period || count.possible === 0) return [];
        return [{ ...count, from: period.earliest, to: period.latest }];
      });
    return { counts, facets: Object.fromEntries(facets) as FacetCountsOf["facets"], years };
  });
}
