import { sql } from "drizzle-orm";
import { asList, isOneOf } from "./is-one-of";
import { jsonRows } from "./json-rows";
import type { Db, Store } from "./store";

/** The ids of the incidents that the index knows by these numbers, in their order. */
export function idsOfNumbers(store: Store, db: Db, numbers: readonly number[]): Promise<string[]> {
  return idReader(store, db)(numbers);
}

/** The same batch by batch, for many batches of one moment. */
export function idReader(store: Store, db: Db): (numbers: readonly number[]) => Promise<string[]> {
  const { number, incidentId } = store.t.incidentEntry;
  const query = db
    .select({ pairs: jsonRows<[number, string]>(store, [number, incidentId]) })
    .from(store.t.incidentEntry)
    .where(isOneOf(store, number, sql.placeholder("numbers")))
    .prepare();
  return async (numbers) => {
    const [found] = await query.execute({ numbers: asList(store, numbers) });
    const idOf = new Map(found!.pairs);
    return numbers.map((one) => idOf.get(one)!);
  };
}
