import { sql } from "drizzle-orm";
import { asList, isOneOf } from "./is-one-of";
import { keptQuery } from "./kept-query";
import type { Db, Store } from "./store";

const NAMES = keptQuery((store, db) => {
  const { id, nameEn } = store.t.location;
  return db
    .select({ id, name: nameEn })
    .from(store.t.location)
    .where(isOneOf(store, id, sql.placeholder("ids")))
    .prepare();
});

/** The English names of the places; an id that is not in the gazetteer is absent. */
export async function placeNames(
  store: Store,
  db: Db,
  ids: Iterable<string>,
): Promise<Map<string, string>> {
  return new Map(Object.entries(await placeNameReader(store, db)(ids)));
}

/**
 * The same for many calls of one moment, one after the other, by id: all give one object, to which each adds, so that a
 * place is read once.
 */
export function placeNameReader(
  store: Store,
  db: Db,
): (ids: Iterable<string>) => Promise<Record<string, string>> {
  const asked = new Set<string>();
  const names: Record<string, string> = {};
  return async (ids) => {
    const fresh = [...ids].filter((one) => !asked.has(one));
    if (fresh.length === 0) return names;
    for (const one of fresh) asked.add(one);
    const found = await NAMES(store, db).execute({ ids: asList(store, fresh) });
    for (const { id, name } of found) names[id] = name;
    return names;
  };
}
