import { and, desc, eq, lt, or } from "drizzle-orm";
import type { IncidentFilter } from "../domain/incident-filter";
import { numbersInOrder } from "../domain/incident-index/page-of";
import { slotsIn } from "../domain/incident-index/slot-bits";
import type { IncidentSort } from "../domain/incident-sort";
import { askMatching } from "./ask-matching";
import { listOrder } from "./list-order";
import type { Store } from "./store";
import type { Moment } from "./store-index";

const LATEST_CHANGED: IncidentSort = { key: "updated", descending: true };

/** How many rows are read at once, and how often, before all are put in order. */
const PACE = { batch: 500, most: 20 };

/**
 * The numbers of the incidents of a filter that were changed last, at most `limit`, as a list sorted so begins.
 * Reads from the latest change on and stops when it has them, which spares ordering all; only where the filter finds
 * next to nothing among the latest 10,000 are all put in order.
 */
export async function latestChanged(
  store: Store,
  moment: Moment,
  filter: IncidentFilter,
  limit: number,
  pace = PACE,
): Promise<number[]> {
  const { incident, incidentEntry } = store.t;
  const { total, isFound } = await askMatching(store, moment, filter, null, (index, matching) => {
    const found = new Uint8Array(index.slotOf.length);
    for (const slot of slotsIn(matching.hits)) found[index.numberOf[slot]!] = 1;
    return { total: matching.total, isFound: found };
  });
  const wanted = Math.min(limit, total);
  const numbers: number[] = [];
  let last: { id: string; updatedAt: number } | undefined;
  for (let read = 0; numbers.length < wanted && read < pace.most; read++) {
    const rows = await moment.db
      .select({ id: incident.id, updatedAt: incident.updatedAt, number: incidentEntry.number })
      .from(incident)
      .innerJoin(incidentEntry, eq(incidentEntry.incidentId, incident.id))
      .where(
        last &&
          or(
            lt(incident.updatedAt, last.updatedAt),
            and(eq(incident.updatedAt, last.updatedAt), lt(incident.id, last.id)),
          ),
      )
      .orderBy(desc(incident.updatedAt), desc(incident.id))
      .limit(pace.batch);
    numbers.push(...rows.map(({ number }) => number).filter((number) => isFound[number]));
    last = rows.at(-1);
    if (rows.length < pace.batch) break;
  }
  if (numbers.length >= wanted) return numbers.slice(0, wanted);
  const order = await listOrder(store, moment, LATEST_CHANGED);
  return askMatching(store, moment, filter, null, (index, matching) =>
    numbersInOrder(index, matching, order, { limit }),
  );
}
