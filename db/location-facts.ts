import { inArray } from "drizzle-orm";
import type { LocationFacts } from "../domain/location";
import { inChunks } from "./in-chunks";
import type { Db, Store } from "./store";

/** What is known of the named places; an id that is not in the gazetteer is absent. */
export async function locationFacts(
  store: Store,
  db: Db,
  ids: Iterable<string>,
): Promise<Map<string, LocationFacts>> {
  const { location } = store.t;
  const rows = await inChunks(ids, (chunk) =>
    db
      .select({
        id: location.id,
        kind: location.kind,
        facilityKind: location.facilityKind,
        countryId: location.countryId,
        provinceId: location.provinceId,
        parentId: location.parentId,
      })
      .from(location)
      .where(inArray(location.id, chunk)),
  );
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
