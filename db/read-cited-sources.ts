import { inArray } from "drizzle-orm";
import type { StoredSource } from "../domain/open-sources";
import { inChunks } from "./in-chunks";
import { toSources } from "./read-source";
import type { Db, Store } from "./store";

/** The sources of the ids, whole and in their order; an unknown id is left out. */
export async function readCitedSources(
  store: Store,
  db: Db,
  ids: readonly string[],
): Promise<StoredSource[]> {
  const { source } = store.t;
  const rows = await inChunks(ids, (chunk) =>
    db.select().from(source).where(inArray(source.id, chunk)),
  );
  const sources = await toSources(store, db, rows);
  const cited = new Map<string, StoredSource>();
  rows.forEach(({ id, ref }, at) => {
    cited.set(id, { ...sources[at]!, id, ref });
  });
  return [...new Set(ids)].flatMap((id) => cited.get(id) ?? []);
}

/** Those and all that they copy, however far; without their stored text. */
export async function readSourcesAndOrigins(
  store: Store,
  db: Db,
  ids: readonly string[],
): Promise<StoredSource[]> {
  const found = new Map<string, StoredSource>();
  for (let wanted = ids; wanted.length > 0; ) {
    const read = await readCitedSources(store, db, wanted);
    for (const source of read) found.set(source.id, { ...source, storedText: "" });
    wanted = read.flatMap(({ derivedFrom }) => derivedFrom).filter((id) => !found.has(id));
  }
  return [...found.values()];
}
