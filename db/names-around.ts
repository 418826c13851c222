import { asc, sql } from "drizzle-orm";
import { asList, isOneOf } from "./is-one-of";
import { keptQuery } from "./kept-query";
import type { Db, Store } from "./store";

const PARENTS = keptQuery((store, db) => {
  const { location } = store.t;
  return db
    .select({ id: location.id, parentId: location.parentId })
    .from(location)
    .where(isOneOf(store, location.id, sql.placeholder("ids")))
    .prepare();
});

const NAMES = keptQuery((store, db) => {
  const { locationName } = store.t;
  return db
    .select({ id: locationName.locationId, name: locationName.name })
    .from(locationName)
    .where(isOneOf(store, locationName.locationId, sql.placeholder("ids")))
    .orderBy(asc(locationName.locationId), asc(locationName.name))
    .prepare();
});

/** For each of the places all its names and those of the places around it, in every language and spelling. */
export async function namesAround(
  store: Store,
  db: Db,
  ids: Iterable<string>,
): Promise<Map<string, string[]>> {
  const wanted = new Set(ids);
  const parentOf = new Map<string, string | null>();
  for (let next = [...wanted]; next.length > 0; ) {
    const rows = await PARENTS(store, db).execute({ ids: asList(store, next) });
    for (const { id, parentId } of rows) parentOf.set(id, parentId);
    next = rows.flatMap(({ parentId }) =>
      parentId === null || parentOf.has(parentId) ? [] : [parentId],
    );
  }
  const names = await NAMES(store, db).execute({ ids: asList(store, parentOf.keys()) });
  const own = new Map<string, string[]>();
  for (const { id, name } of names) own.set(id, [...(own.get(id) ?? []), name]);
  const around = (id: string | null | undefined): string[] =>
    id == null ? [] : [...(own.get(id) ?? []), ...around(parentOf.get(id))];
  return new Map([...wanted].map((id) => [id, around(id)]));
}
