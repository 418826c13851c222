import { inArray } from "drizzle-orm";
import { inChunks } from "./in-chunks";
import type { Db, Store } from "./store";

/** The English names of the places; an id that is not in the gazetteer is absent. */
export async function placeNames(
  store: Store,
  db: Db,
  ids: Iterable<string>,
): Promise<Map<string, string>> {
  const { location } = store.t;
  const rows = await inChunks(ids, (chunk) =>
    db
      .select({ id: location.id, name: location.nameEn })
      .from(location)
      .where(inArray(location.id, chunk)),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
