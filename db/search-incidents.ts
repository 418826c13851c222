import { inArray, sql } from "drizzle-orm";
import type { IncidentIndex } from "../domain/incident-index/incident-index";
import { addSlot, noSlots, type SlotBits, without } from "../domain/incident-index/slot-bits";
import { leastAlternatives } from "../domain/least-alternatives";
import {
  possibleNames,
  readSearch,
  type SearchTerm,
  type TypedTerm,
  toSearchQuery,
} from "../domain/search-query";
import { inChunks } from "./in-chunks";
import type { Db, Store } from "./store";

/** The numbers of the entries that are found; with `isRest` of those that are not, and all others are. */
export type Searched = { numbers: Uint32Array; isRest: boolean };

/**
 * Searches a store for a text; null where the text has no word. Any text can be searched for.
 * `kept`: what the last searches of the same state of the store found, which is found again there and added to.
 */
export async function searchIncidents(
  store: Store,
  db: Db,
  text: string | null,
  kept: Map<string, Searched> = new Map(),
): Promise<Searched | null> {
  const terms = readSearch(text ?? "");
  if (terms.length === 0) return null;
  const query = toSearchQuery(terms, await namesOfPlaces(store, db, terms));
  const wanted = query.wanted.map(leastAlternatives);
  const unwanted = leastAlternatives(query.unwanted.flat());
  const key = JSON.stringify([wanted, unwanted]);
  const searched = kept.get(key) ?? (await search(store, db, wanted, unwanted));
  kept.delete(key);
  kept.set(key, searched);
  if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value!);
  return searched;
}

/** A search that finds most of a million incidents takes 4 MB. */
const MAX_KEPT = 8;

async function search(
  store: Store,
  db: Db,
  wanted: SearchTerm[],
  unwanted: SearchTerm,
): Promise<Searched> {
  const isRest = wanted.length === 0;
  const asked = isRest ? store.searched([unwanted], []) : store.searched(wanted, unwanted);
  const [found] = await db
    .select({ numbers: sql<string | null>`numbers` })
    .from(sql`(${asked}) as found`);
  return { numbers: readNumbers(found?.numbers ?? ""), isRest };
}

/** The slots that were found; null where nothing was searched for. */
export function foundSlots(index: IncidentIndex, searched: Searched | null): SlotBits | null {
  if (searched === null) return null;
  const { numbers, isRest } = searched;
  const { slotOf } = index;
  const found = noSlots(index.room);
  for (let at = 0; at < numbers.length; at++) {
    const slot = slotOf[numbers[at]!];
    if (slot) addSlot(found, slot - 1);
  }
  return isRest ? without(index.taken, found) : found;
}

/** The whole numbers of a text that has them one comma apart. Without parting it first, which takes longer than the search. */
function readNumbers(text: string): Uint32Array {
  if (text === "") return new Uint32Array(0);
  const numbers = new Uint32Array((text.length >> 1) + 1);
  let count = 0;
  let number = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit >= 0) number = number * 10 + digit;
    else {
      numbers[count++] = number;
      number = 0;
    }
  }
  numbers[count++] = number;
  return numbers.slice(0, count);
}

const ZERO = "0".charCodeAt(0);

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
