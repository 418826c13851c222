import { setImmediate } from "node:timers/promises";
import { asc, gt, inArray } from "drizzle-orm";
import { keysWithAll, textLines } from "../domain/text-lines";
import type { SourceTexts, Version } from "./kept-index";
import type { Db, Store } from "./store";
import type { Moment } from "./store-index";

/**
 * The last so many by their references of the sources that have all words somewhere in publisher, title or address, and
 * that are wanted. Only those that an incident cites are sure to be known. Their words are kept in memory: to read all
 * of them takes several times as long as anybody who types should wait.
 */
export async function lastSourcesWith(
  store: Store,
  moment: Moment,
  { words, limit, isWanted }: { words: string[]; limit: number; isWanted(ref: string): boolean },
): Promise<string[]> {
  const { lines, later } = await textsOf(store, moment);
  const found: string[] = [];
  for (const ref of keysWithAll(lines, words)) {
    if (found.length === limit) break;
    if (!later.has(ref) && isWanted(ref)) found.push(ref);
  }
  const among = [...keysWithAll(textLines(later), words)].filter(isWanted);
  return [...found, ...among].sort().reverse().slice(0, limit);
}

/** Those of the moment or of a later one; brought in line one after the other. */
async function textsOf(store: Store, { db, version }: Moment): Promise<SourceTexts> {
  const { kept } = store;
  const turn = kept.sourceTexts.then((texts) => broughtInLine(store, db, texts, version));
  kept.sourceTexts = turn.catch(() => null);
  return turn;
}

/** After more changes it is as quick to read all. */
const MANY_CHANGES = 500;
/** So many are read at once; then others have their turn. */
const BATCH = 1_000;

/**
 * Whatever changes a source writes the entries of the incidents that cite it; taking an incident out of the public
 * store gives its sources the words of another edition.
 */
async function broughtInLine(
  store: Store,
  db: Db,
  texts: SourceTexts | null,
  version: Version,
): Promise<SourceTexts> {
  if (texts === null || texts.version.removal < version.removal) return readAll(store, db, version);
  if (texts.version.change >= version.change) return texts;
  const changed = await readChanged(store, db, texts.version.change);
  if (changed.length > MANY_CHANGES) return readAll(store, db, version);
  const later = new Map(texts.later);
  for (const { ref, text } of changed) later.set(ref, text);
  return later.size > MANY_CHANGES
    ? readAll(store, db, version)
    : { lines: texts.lines, later, version };
}

async function readAll(store: Store, db: Db, version: Version): Promise<SourceTexts> {
  const { id, ref, searchText } = store.t.source;
  const texts = new Map<string, string>();
  for (let last = ""; ; ) {
    const batch = await db
      .select({ id, ref, text: searchText })
      .from(store.t.source)
      .where(gt(id, last))
      .orderBy(asc(id))
      .limit(BATCH);
    for (const one of batch) texts.set(one.ref, one.text);
    if (batch.length < BATCH) break;
    last = batch.at(-1)!.id;
    await setImmediate();
  }
  return { lines: textLines(texts), later: new Map(), version };
}

/** Of the sources that incidents cite which were written since; one more than `MANY_CHANGES` at most. */
async function readChanged({ t }: Store, db: Db, since: number) {
  const { source, claim, incidentEntry } = t;
  const written = db
    .select({ id: incidentEntry.incidentId })
    .from(incidentEntry)
    .where(gt(incidentEntry.change, since));
  const cited = db
    .select({ id: claim.sourceId })
    .from(claim)
    .where(inArray(claim.incidentId, written));
  return db
    .select({ ref: source.ref, text: source.searchText })
    .from(source)
    .where(inArray(source.id, cited))
    .limit(MANY_CHANGES + 1);
}
