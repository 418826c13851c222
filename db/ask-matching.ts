import { type IncidentFilter, serializeIncidentFilter } from "../domain/incident-filter";
import type { IncidentIndex } from "../domain/incident-index/incident-index";
import { type Matching, matchFilter } from "../domain/incident-index/match-filter";
import { foundSlots, searchIncidents } from "./search-incidents";
import type { Store } from "./store";
import type { Moment } from "./store-index";

/** How the incidents of the index hold against a filter, reckoned once a moment. */
function matchingOf(store: Store, moment: Moment, filter: IncidentFilter): Promise<Matching> {
  const key = serializeIncidentFilter(filter).toString();
  const known = moment.matchings.get(key);
  if (known) return known;
  const matching = searchIncidents(store, moment, filter.q).then((searched) =>
    moment.askInTurns((index) => matchFilter(index, filter, foundSlots(index, searched))),
  );
  moment.matchings.set(key, matching);
  return matching;
}

/**
 * What is to be known of the incidents a filter asks for. `question`: names the answer among those of the filter; the
 * same question of the same moment is answered once; null where the answer is too long to be kept.
 */
export async function askMatching<A>(
  store: Store,
  moment: Moment,
  filter: IncidentFilter,
  question: string | null,
  answer: (index: IncidentIndex, matching: Matching) => A,
): Promise<A> {
  const key = question === null ? undefined : `${question} ${serializeIncidentFilter(filter)}`;
  const isKept = key !== undefined && moment.knows(key);
  const matching = isKept ? null : await matchingOf(store, moment, filter);
  const tell = (index: IncidentIndex) => answer(index, matching!);
  return matching ? moment.askInTurns(tell, key) : moment.ask(tell, key);
}
