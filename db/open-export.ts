import { setImmediate } from "node:timers/promises";
import type { IncidentFilter } from "../domain/incident-filter";
import { numbersInOrder } from "../domain/incident-index/page-of";
import type { IncidentSort } from "../domain/incident-sort";
import { askMatching } from "./ask-matching";
import { idsOfNumbers } from "./ids-of-numbers";
import { listOrder } from "./list-order";
import type { Db, Store } from "./store";
import { openMoment } from "./store-index";

/**
 * What an export takes, and in which order; at most `batch` incidents are read at once. SQLite is
 * asked for fewer where these take long, since nobody else is served while it reads.
 */
export type ExportRequest = { filter: IncidentFilter; sort: IncidentSort; batch?: number };

/**
 * The moment of an export. `batches`: the ids of its incidents in their order, as often as it is asked for; `numbers`:
 * those by which the index knows them.
 */
export type OpenExport = {
  db: Db;
  total: number;
  batches(): AsyncGenerator<string[], void, undefined>;
  numbers(): AsyncGenerator<number[], void, undefined>;
  close(): Promise<void>;
};

/**
 * Finds the incidents that an export takes. All of one moment: nothing written meanwhile is seen, and no writer waits.
 * Only numbers are held at once. Whoever opened it must close it, and has authorised the reading.
 */
export async function openExport(
  store: Store,
  { filter, sort, batch = 100 }: ExportRequest,
): Promise<OpenExport> {
  const { found, snapshot } = await openMoment(store, async (moment) => {
    const order = await listOrder(store, moment, sort);
    return askMatching(store, moment, filter, null, (index, matching) =>
      numbersInOrder(index, matching, order),
    );
  });
  const { db } = snapshot;
  async function* numbers() {
    let size = batch;
    for (let at = 0, next = 0; at < found.length; at = next) {
      next = at + size;
      const start = performance.now();
      yield found.slice(at, next);
      if (store.dialect === "sqlite") size = nextSize(size, performance.now() - start, batch);
      // SQLite answers at once: without this a long export would let nobody else be served.
      await setImmediate();
    }
  }
  return {
    db,
    total: found.length,
    numbers,
    async *batches() {
      for await (const some of numbers()) yield await idsOfNumbers(store, db, some);
    },
    close: () => snapshot.close(),
  };
}

const LONG_MS = 16;
const LEAST = 20;

/**
 * How many are read at once after so many took so long, which is at least as long as others waited: whoever takes them
 * may have had to wait too, and takes none the worse in smaller parts.
 */
export function nextSize(size: number, took: number, most: number): number {
  if (took > LONG_MS) return Math.min(most, Math.max(LEAST, Math.ceil(size / 2)));
  return took < LONG_MS / 2 ? Math.min(most, size * 2) : size;
}
