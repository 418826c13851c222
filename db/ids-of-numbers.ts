import { sql } from "drizzle-orm";
import { asList, isOneOf } from "./is-one-of";
import { jsonRows } from "./json-rows";
import { keptQuery } from "./kept-query";
import type { Db, Store } from "./store";

const IDS = keptQuery((store, db) => {
  const { number, incidentId } = store.t.incidentEntry;
  return db
    .select({ pairs: jsonRows<[number, string]>(store, [number, incidentId]) })
    .from(store.t.incidentEntry)
    .where(isOneOf(store, number, sql.placeholder("numbers")))
    .prepare();
});

/** The ids of the incidents that the index knows by these numbers, in their order. */
export async function idsOfNumbers(
  store: Store,
  db: Db,
  numbers: readonly number[],
): Promise<string[]> {
  const [found] = await IDS(store, db).execute({ numbers: asList(store, numbers) });
  const idOf = new Map(found!.pairs);
  return numbers.map((one) => idOf.get(one)!);
}
