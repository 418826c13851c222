import type { Location } from "../domain/location";
import { readLocations } from "./read-locations";
import type { Db, Store } from "./store";

/**
 * Reads the places of ids, with all they lie in, for many batches of one moment; what it read it keeps, which is at
 * most the gazetteer. Unknown ids are absent.
 */
export function locationReader(
  store: Store,
  db: Db,
): (ids: Iterable<string>) => Promise<Record<string, Location>> {
  const kept = new Map<string, Location | null>();
  return async (ids) => {
    const wanted = new Set(ids);
    const fresh = [...wanted].filter((id) => !kept.has(id));
    if (fresh.length > 0) {
      const read = await readLocations(store, db, fresh);
      for (const id of fresh) kept.set(id, null);
      for (const place of Object.values(read)) kept.set(place.id, place);
    }
    const found: Record<string, Location> = {};
    for (const id of wanted)
      for (let at = kept.get(id); at && !Object.hasOwn(found, at.id); ) {
        found[at.id] = at;
        at = at.parentId === null ? null : kept.get(at.parentId);
      }
    return found;
  };
}
