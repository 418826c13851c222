import { asc, inArray } from "drizzle-orm";
import type { Location } from "../domain/location";
import { inChunks } from "./in-chunks";
import type { Db, Store } from "./store";

/** The named places with all their names, and every place above them in the tree. Unknown ids are absent. */
export async function readLocations(
  store: Store,
  db: Db,
  ids: Iterable<string>,
): Promise<Record<string, Location>> {
  const { location, locationName } = store.t;
  const found: Record<string, Location> = {};
  let wanted = [...new Set(ids)];
  while (wanted.length > 0) {
    const rows = await inChunks(wanted, (chunk) =>
      db.select().from(location).where(inArray(location.id, chunk)),
    );
    for (const { sortName: _sortName, ...row } of rows)
      found[row.id] = {
        ...row,
        localityId:
          row.kind === "locality" ? row.id : row.kind === "facility" ? row.parentId : null,
        aliases: [],
      };
    wanted = rows.flatMap(({ parentId }) => (parentId && !found[parentId] ? [parentId] : []));
  }
  const names = await inChunks(Object.keys(found), (chunk) =>
    db
      .select()
      .from(locationName)
      .where(inArray(locationName.locationId, chunk))
      .orderBy(asc(locationName.locationId), asc(locationName.name)),
  );
  for (const { locationId, name } of names) {
    const place = found[locationId]!;
    if (![place.nameEn, place.nameKo, place.nameZh].includes(name)) place.aliases.push(name);
  }
  return found;
}
