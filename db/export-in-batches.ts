import { type ExportRequest, openExport } from "./open-export";
import type { Db, Store } from "./store";

/**
 * All incidents a filter asks for, in the order of the list, batch by batch as `readerOf` reads their ids, by the rules
 * of `openExport`. The moment is that of the first batch; whoever stops early must `return()` the generator, which ends
 * it.
 */
export async function* exportInBatches<T>(
  store: Store,
  request: ExportRequest,
  readerOf: (db: Db) => (ids: readonly string[]) => Promise<T[]>,
): AsyncGenerator<T[], void, undefined> {
  const { db, batches, close } = await openExport(store, request);
  try {
    const read = readerOf(db);
    for await (const ids of batches()) yield await read(ids);
  } finally {
    await close();
  }
}
