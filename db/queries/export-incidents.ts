import { setImmediate } from "node:timers/promises";
import type { Actor } from "../../domain/actor";
import type { IncidentFilter } from "../../domain/incident-filter";
import { numbersInOrder } from "../../domain/incident-index/page-of";
import type { IncidentRow } from "../../domain/incident-row";
import type { IncidentSort } from "../../domain/incident-sort";
import { askMatching } from "../ask-matching";
import { authoriseReading } from "../authorise-reading";
import { idReader } from "../ids-of-numbers";
import { listOrder } from "../list-order";
import { incidentRowReader } from "../read-incident-rows";
import type { Store } from "../store";
import { openMoment } from "../store-index";

/**
 * All incidents a filter asks for, in the order of the list, with citations, in batches of at most `batch` rows.
 * All of one moment: nothing written meanwhile is seen, and no writer waits. Only numbers are held at once.
 * The moment is that of the first batch; whoever stops early must `return()` the generator, which ends it.
 */
export async function* exportIncidents(
  store: Store,
  actor: Actor,
  { filter, sort, batch = 100 }: { filter: IncidentFilter; sort: IncidentSort; batch?: number },
): AsyncGenerator<IncidentRow[], void, undefined> {
  authoriseReading(store, actor, "incident.export");
  const { found: numbers, snapshot } = await openMoment(store, async (moment) => {
    const order = await listOrder(store, moment, sort);
    return askMatching(store, moment, filter, null, (index, matching) =>
      numbersInOrder(index, matching, order),
    );
  });
  const { db } = snapshot;
  try {
    const readIds = idReader(store, db);
    const readRows = incidentRowReader(store, db, { citations: true });
    for (let at = 0; at < numbers.length; at += batch) {
      yield await readRows(await readIds(numbers.slice(at, at + batch)));
      // SQLite answers at once: without this a long export would let nobody else be served.
      await setImmediate();
    }
  } finally {
    await snapshot.close();
  }
}
