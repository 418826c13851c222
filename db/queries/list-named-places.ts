import { asc } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { NamedPlace } from "../../domain/import/place-index";
import type { Store } from "../store";

/** Every place of the ledger with all its names, for finding places by name in a file. */
export async function listNamedPlaces(store: Store, actor: Actor): Promise<NamedPlace[]> {
  authorise(actor, "data.import");
  const { location, locationName } = store.t;
  return store.snapshot(async (db) => {
    const names = new Map<string, string[]>();
    for (const { id, name } of await db
      .select({ id: locationName.locationId, name: locationName.name })
      .from(locationName)) {
      const some = names.get(id);
      if (some) some.push(name);
      else names.set(id, [name]);
    }
    const { id, kind, parentId, countryId, provinceId, nameEn, nameKo, nameZh } = location;
    const rows = await db
      .select({ id, kind, parentId, countryId, provinceId, nameEn, nameKo, nameZh })
      .from(location)
      .orderBy(asc(id));
    return rows.map((row) => ({ ...row, aliases: names.get(row.id) ?? [] }));
  });
}
