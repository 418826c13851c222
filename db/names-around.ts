import { asc, inArray } from "drizzle-orm";
import { inChunks } from "./in-chunks";
import type { Db, Store } from "./store";

/** For each of the places all its names and those of the places around it, in every language and spelling. */
export async function namesAround(
  store: Store,
  db: Db,
  ids: Iterable<string>,
): Promise<Map<string, string[]>> {
  const { location, locationName } = store.t;
  const wanted = new Set(ids);
  const parentOf = new Map<string, string | null>();
  for (let next = [...wanted]; next.length > 0; ) {
    const rows = await inChunks(next, (chunk) =>
      db
        .select({ id: location.id, parentId: location.parentId })
        .from(location)
        .where(inArray(location.id, chunk)),
    );
    for (const { id, parentId } of rows) parentOf.set(id, parentId);
    next = rows.flatMap(({ parentId }) =>
      parentId === null || parentOf.has(parentId) ? [] : [parentId],
    );
  }
  const names = await inChunks(parentOf.keys(), (chunk) =>
    db
      .select({ id: locationName.locationId, name: locationName.name })
      .from(locationName)
      .where(inArray(locationName.locationId, chunk))
      .orderBy(asc(locationName.locationId), asc(locationName.name)),
  );
  const own = new Map<string, string[]>();
  for (const { id, name } of names) own.set(id, [...(own.get(id) ?? []), name]);
  const around = (id: string | null | undefined): string[] =>
    id == null ? [] : [...(own.get(id) ?? []), ...around(parentOf.get(id))];
  return new Map([...wanted].map((id) => [id, around(id)]));
}
