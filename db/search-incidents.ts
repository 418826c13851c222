import { inArray, type SQL, sql } from "drizzle-orm";
import { type IncidentIndex, slotOfNumber } from "../domain/incident-index/incident-index";
import { addSlot, noSlots, type SlotBits, without } from "../domain/incident-index/slot-bits";
import { possibleNames, readSearch, type TypedTerm, toSearchQuery } from "../domain/search-query";
import { inChunks } from "./in-chunks";
import type { Db, Store } from "./store";

/** Numbers of entries: those that have all that is wanted, those that have something unwanted; null where none is. */
export type Searched = { wanted: number[] | null; unwanted: number[] | null };

/** Searches a store for a text; null where the text has no word. Any text can be searched for. */
export async function searchIncidents(
  store: Store,
  db: Db,
  text: string | null,
): Promise<Searched | null> {
  const terms = readSearch(text ?? "");
  if (terms.length === 0) return null;
  const { wanted, unwanted } = toSearchQuery(terms, await namesOfPlaces(store, db, terms));
  return {
    wanted: wanted.length === 0 ? null : await numbersOf(db, store.searched(wanted)),
    unwanted: unwanted.length === 0 ? null : await numbersOf(db, store.searched([unwanted.flat()])),
  };
}

/** The slots that were found; null where nothing was searched for. */
export function foundSlots(index: IncidentIndex, searched: Searched | null): SlotBits | null {
  if (searched === null) return null;
  const { wanted, unwanted } = searched;
  const slotsOf = (numbers: number[]) => {
    const found = noSlots(index.room);
    for (const number of numbers) {
      const slot = slotOfNumber(index, number);
      if (slot !== null) addSlot(found, slot);
    }
    return found;
  };
  const found = wanted === null ? index.taken : slotsOf(wanted);
  return unwanted === null ? found : without(found, slotsOf(unwanted));
}

/** All names, normalised, of the places that are called as some of the terms are. */
export async function namesOfPlaces(
  { t }: Store,
  db: Db,
  terms: readonly TypedTerm[],
): Promise<Map<string, string[]>> {
  const { locationId, normalised } = t.locationName;
  const called = await inChunks(possibleNames(terms), (chunk) =>
    db
      .select({ id: locationId, name: normalised })
      .from(t.locationName)
      .where(inArray(normalised, chunk)),
  );
  const names = await inChunks(
    called.map(({ id }) => id),
    (chunk) =>
      db
        .select({ id: locationId, name: normalised })
        .from(t.locationName)
        .where(inArray(locationId, chunk)),
  );
  const found = new Map<string, string[]>();
  for (const { id, name } of called) {
    const others = names.filter((other) => other.id === id && other.name !== "");
    found.set(name, [...new Set([...(found.get(name) ?? []), ...others.map((one) => one.name)])]);
  }
  return found;
}

/** As one text, which is quicker than rows. */
async function numbersOf(db: Db, query: SQL): Promise<number[]> {
  const [found] = await db
    .select({ all: sql<string | null>`string_agg(cast(number as text), ' ')` })
    .from(sql`(${query}) as found`);
  return found?.all ? found.all.split(" ").map(Number) : [];
}
