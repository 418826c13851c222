import type { CitedSource } from "../domain/incident-view";
import { readCitedSources } from "./read-cited-sources";
import type { Db, Store } from "./store";

/** The sources of the ids, in their order, without their stored text. Unknown ids are absent. */
export async function citedSources(store: Store, db: Db, ids: string[]): Promise<CitedSource[]> {
  const sources = await readCitedSources(store, db, ids);
  return sources.map(({ storedText: _storedText, ...shown }) => shown);
}
