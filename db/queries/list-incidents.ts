import type { Actor } from "../../domain/actor";
import type { IncidentFacets } from "../../domain/incident-facets";
import { emptyIncidentFilter, type IncidentFilter } from "../../domain/incident-filter";
import { countDates } from "../../domain/incident-index/count-dates";
import { countFacets } from "../../domain/incident-index/count-facets";
import { countMatching, type MatchingCounts } from "../../domain/incident-index/count-matching";
import { COUNTED_FACETS, facetValues } from "../../domain/incident-index/facet-values";
import type { IncidentIndex } from "../../domain/incident-index/incident-index";
import type { Matching } from "../../domain/incident-index/match-filter";
import { numbersInOrder } from "../../domain/incident-index/page-of";
import type { IncidentPage } from "../../domain/incident-page";
import type { IncidentRow } from "../../domain/incident-row";
import { type IncidentSort, serializeIncidentSort } from "../../domain/incident-sort";
import { askMatching } from "../ask-matching";
import { authoriseReading } from "../authorise-reading";
import { idsOfNumbers } from "../ids-of-numbers";
import { listOrder } from "../list-order";
import { readIncidentFinds } from "../read-incident-finds";
import { readIncidentRows } from "../read-incident-rows";
import type { Store } from "../store";
import { atOneMoment } from "../store-index";

/**
 * One page of a list, and what its heading counts.
 * `retracted`: incidents left out only because they were retracted; 0 where the filter asks for a review status.
 */
export type IncidentList = {
  rows: IncidentRow[];
  retracted: number;
  facets: IncidentFacets;
} & MatchingCounts;

/** A page of the incidents a filter asks for, all of one moment. A page beyond the last has no rows. */
export async function listIncidents(
  store: Store,
  actor: Actor,
  { filter, sort, page }: { filter: IncidentFilter; sort: IncidentSort; page: IncidentPage },
): Promise<IncidentList> {
  authoriseReading(store, actor, "incident.read");
  return atOneMoment(store, async (moment) => {
    const known = await askMatching(store, moment, emptyIncidentFilter(), "known", countFacets);
    const order = await listOrder(store, moment, sort);
    const ask = <A>(question: string, answer: (index: IncidentIndex, matching: Matching) => A) =>
      askMatching(store, moment, filter, question, answer);
    const heading = await ask("counts", countMatching);
    const counts = await ask("facets", (index, matching) =>
      countFacets(index, matching, COUNTED_FACETS),
    );
    const dates = await ask("dates", countDates);
    const facets = await ask("named facets", (index, matching) =>
      facetValues(index, matching, { counts, dates, known }),
    );
    const { values } = facets.codes.review;
    const isLeftOut = ({ code }: { code: string }) =>
      code === "retracted" && filter.review.length === 0;
    const slice = { offset: (page.page - 1) * page.size, limit: page.size };
    const numbers = await ask(
      `page ${serializeIncidentSort(sort)} ${slice.offset} ${slice.limit}`,
      (index, matching) => numbersInOrder(index, matching, order, slice),
    );
    const ids = await idsOfNumbers(store, moment.db, numbers);
    const found = await readIncidentRows(store, moment.db, ids);
    const finds =
      filter.q === null ? null : await readIncidentFinds(store, moment.db, filter.q, ids);
    const rows = found.map((row, at) => (finds ? { ...row, finds: finds.get(ids[at]!)! } : row));
    return { rows, ...heading, facets, retracted: values.find(isLeftOut)?.count ?? 0 };
  });
}
