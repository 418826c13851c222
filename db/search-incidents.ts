import { gt, sql } from "drizzle-orm";
import { withRoom } from "../domain/incident-index/columns";
import type { IncidentIndex } from "../domain/incident-index/incident-index";
import {
  addSlot,
  noSlots,
  removeSlot,
  type SlotBits,
  slotsIn,
  without,
} from "../domain/incident-index/slot-bits";
import { leastAlternatives } from "../domain/least-alternatives";
import { readSearch, type SearchTerm, toSearchQuery } from "../domain/search-query";
import type { Searched } from "./kept-index";
import { namesOfPlaces } from "./names-of-places";
import type { Db, Store } from "./store";
import type { Moment } from "./store-index";

/**
 * Searches a store for a text; null where none is asked for. Any text can be searched for; one without a word finds
 * nothing.
 * What the last searches found is kept, and brought in line with what was written since: few incidents are searched
 * in no time, while a word that a quarter of a million have takes a while.
 */
export async function searchIncidents(
  store: Store,
  { db, version }: Pick<Moment, "db" | "version">,
  text: string | null,
): Promise<Searched | null> {
  if (text === null) return null;
  const terms = readSearch(text);
  if (terms.length === 0) return { numbers: noSlots(32), isRest: false, change: version.change };
  const query = toSearchQuery(terms, await namesOfPlaces(store, db, terms));
  const wanted = query.wanted.map(leastAlternatives);
  const unwanted = leastAlternatives(query.unwanted.flat());
  const { searches } = store.kept;
  const key = JSON.stringify([wanted, unwanted]);
  const known = searches.get(key);
  const asked = { wanted, unwanted, change: version.change };
  const searched =
    (known && (await broughtInLine(store, db, asked, known))) ?? (await search(store, db, asked));
  // Others may have asked for a later moment meanwhile.
  if (searched.change < (searches.get(key)?.change ?? -1)) return searched;
  searches.delete(key);
  searches.set(key, searched);
  if (searches.size > MAX_KEPT) searches.delete(searches.keys().next().value!);
  return searched;
}

/** A search of a million incidents takes 125 kB. */
const MAX_KEPT = 50;
/** After more changes it is as quick to search anew. */
const MANY_CHANGES = 200;

type Asked = { wanted: SearchTerm[]; unwanted: SearchTerm; change: number };

/** What was found before, as of now; null where it is of a later moment, or too much was written since. */
async function broughtInLine(
  store: Store,
  db: Db,
  asked: Asked,
  known: Searched,
): Promise<Searched | null> {
  if (known.change === asked.change) return known;
  if (known.change > asked.change) return null;
  const { number, change } = store.t.incidentEntry;
  const changed = await db
    .select({ number })
    .from(store.t.incidentEntry)
    .where(gt(change, known.change))
    .limit(MANY_CHANGES + 1);
  if (changed.length > MANY_CHANGES) return null;
  if (changed.length === 0) return { ...known, change: asked.change };
  const among = changed.map((one) => one.number);
  const found = await search(store, db, asked, among);
  const numbers = withNumber(known.numbers.slice(), Math.max(...among));
  for (const one of among) removeSlot(numbers, one);
  for (const one of slotsIn(found.numbers)) addSlot(numbers, one);
  return { ...found, numbers };
}

async function search(
  store: Store,
  db: Db,
  { wanted, unwanted, change }: Asked,
  among?: readonly number[],
): Promise<Searched> {
  const isRest = wanted.length === 0;
  const asked = isRest
    ? store.searched([unwanted], [], among)
    : store.searched(wanted, unwanted, among);
  const [found] = await db
    .select({ numbers: sql<string | null>`numbers` })
    .from(sql`(${asked}) as found`);
  return { numbers: readNumbers(found?.numbers ?? ""), isRest, change };
}

/** The slots that were found; null where nothing was searched for. */
export function foundSlots(index: IncidentIndex, searched: Searched | null): SlotBits | null {
  if (searched === null) return null;
  const { numbers, isRest } = searched;
  const { slotOf } = index;
  const found = noSlots(index.room);
  const past = Math.min(numbers.length, (slotOf.length + 31) >>> 5);
  for (let word = 0; word < past; word++)
    for (let rest = numbers[word]!; rest !== 0; rest &= rest - 1) {
      const slot = slotOf[(word << 5) + 31 - Math.clz32(rest & -rest)];
      if (slot) addSlot(found, slot - 1);
    }
  return isRest ? without(index.taken, found) : found;
}

/** The whole numbers of a text that has them one comma apart. Without parting it first, which takes longer than the search. */
function readNumbers(text: string): SlotBits {
  let numbers = noSlots(32);
  if (text === "") return numbers;
  let number = 0;
  for (let at = 0; at <= text.length; at++) {
    const digit = at < text.length ? text.charCodeAt(at) - ZERO : -1;
    if (digit >= 0) number = number * 10 + digit;
    else {
      if (number >>> 5 >= numbers.length) numbers = withNumber(numbers, number);
      addSlot(numbers, number);
      number = 0;
    }
  }
  return numbers;
}

/** The numbers with room for one as high as that. */
function withNumber(numbers: SlotBits, highest: number): SlotBits {
  return withRoom(numbers, (highest >>> 5) + 1);
}

const ZERO = "0".charCodeAt(0);
