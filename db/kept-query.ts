import type { Db, Store } from "./store";

/**
 * A query that is built once for each connection and then only given values: Drizzle takes longer to build most of them
 * than the database to run them. `build` prepares it, with placeholders; it may depend on nothing but the store. Each
 * transaction and snapshot of PostgreSQL is a `db` of its own, for which it is built anew.
 */
export function keptQuery<Q extends object>(
  build: (store: Store, db: Db) => Q,
): (store: Store, db: Db) => Q {
  const built = new WeakMap<Db, Q>();
  return (store, db) => {
    const query = built.get(db) ?? build(store, db);
    built.set(db, query);
    return query;
  };
}
