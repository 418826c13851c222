import type { IncidentFilter } from "../domain/incident-filter";
import { numbersInOrder } from "../domain/incident-index/page-of";
import type { IncidentSort } from "../domain/incident-sort";
import { askMatching } from "./ask-matching";
import { listOrder } from "./list-order";
import { type ListPosition, startAfter } from "./list-position";
import type { Store } from "./store";
import type { Moment } from "./store-index";

/** Which incidents, in which order, and after which of them; null: from the first. */
export type ListedAfter = {
  filter: IncidentFilter;
  sort: IncidentSort;
  after: ListPosition | null;
};

/**
 * The numbers of the incidents a filter asks for that come after a position, at most `limit`. `again`: begin with the
 * one at the position, where that is still there; `isAgain` says so.
 */
export async function numbersAfter(
  store: Store,
  moment: Moment,
  { filter, sort, after }: ListedAfter,
  { limit, again = false }: { limit: number; again?: boolean },
): Promise<{ numbers: number[]; isAgain: boolean }> {
  const order = await listOrder(store, moment, sort);
  const found = after && (await startAfter(store, moment, { sort, order, position: after }));
  const isAgain = again && found?.isThere === true;
  const start = found ? found.start - (isAgain ? 1 : 0) : 0;
  const [numbers, first] = await askMatching(store, moment, filter, null, (index, matching) => [
    numbersInOrder(index, matching, order.subarray(start), { limit }),
    isAgain ? index.numberOf[order[start]!] : undefined,
  ]);
  return { numbers, isAgain: first !== undefined && numbers[0] === first };
}
