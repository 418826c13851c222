import { setImmediate } from "node:timers/promises";
import type { IncidentFilter } from "../domain/incident-filter";
import { numbersInOrder } from "../domain/incident-index/page-of";
import type { IncidentSort } from "../domain/incident-sort";
import { askMatching } from "./ask-matching";
import { idReader } from "./ids-of-numbers";
import { listOrder } from "./list-order";
import type { Db, Store } from "./store";
import { openMoment } from "./store-index";

/** What an export takes, and in which order; at most `batch` incidents are read at once. */
export type ExportRequest = { filter: IncidentFilter; sort: IncidentSort; batch?: number };

/**
 * All incidents a filter asks for, in the order of the list, batch by batch as `readerOf` reads their ids.
 * All of one moment: nothing written meanwhile is seen, and no writer waits. Only numbers are held at once.
 * The moment is that of the first batch; whoever stops early must `return()` the generator, which ends it.
 * Whoever calls this has authorised the reading.
 */
export async function* exportInBatches<T>(
  store: Store,
  { filter, sort, batch = 100 }: ExportRequest,
  readerOf: (db: Db) => (ids: readonly string[]) => Promise<T[]>,
): AsyncGenerator<T[], void, undefined> {
  const { found: numbers, snapshot } = await openMoment(store, async (moment) => {
    const order = await listOrder(store, moment, sort);
    return askMatching(store, moment, filter, null, (index, matching) =>
      numbersInOrder(index, matching, order),
    );
  });
  const { db } = snapshot;
  try {
    const readIds = idReader(store, db);
    const read = readerOf(db);
    for (let at = 0; at < numbers.length; at += batch) {
      yield await read(await readIds(numbers.slice(at, at + batch)));
      // SQLite answers at once: without this a long export would let nobody else be served.
      await setImmediate();
    }
  } finally {
    await snapshot.close();
  }
}
