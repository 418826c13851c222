import { sql } from "drizzle-orm";
import type { LocationFacts } from "../domain/location";
import { asList, isOneOf } from "./is-one-of";
import { keptQuery } from "./kept-query";
import type { Db, Store } from "./store";

const FACTS = keptQuery((store, db) => {
  const { location } = store.t;
  return db
    .select({
      id: location.id,
      kind: location.kind,
      facilityKind: location.facilityKind,
      countryId: location.countryId,
      provinceId: location.provinceId,
      parentId: location.parentId,
    })
    .from(location)
    .where(isOneOf(store, location.id, sql.placeholder("ids")))
    .prepare();
});

/** What is known of the named places; an id that is not in the gazetteer is absent. */
export async function locationFacts(
  store: Store,
  db: Db,
  ids: Iterable<string>,
): Promise<Map<string, LocationFacts>> {
  const rows = await FACTS(store, db).execute({ ids: asList(store, ids) });
  return new Map(
    rows.map(({ parentId, ...row }) => [
      row.id,
      {
        ...row,
        localityId: row.kind === "locality" ? row.id : row.kind === "facility" ? parentId : null,
      },
    ]),
  );
}
