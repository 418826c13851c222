import { sql } from "drizzle-orm";
import { compareText } from "../domain/compare-text";
import type { Citation } from "../domain/incident-row";
import type { DateBasis, DateKind } from "../domain/vocabulary";
import { fromDateColumns } from "./date-columns";
import { asList, isOneOf } from "./is-one-of";
import { jsonRows } from "./json-rows";
import { keptQuery } from "./kept-query";
import type { Db, Store } from "./store";

/**
 * Reads, for many batches of one moment, how sources are cited: lists of references as lists of citations, by date,
 * undated last. What it read of sources it keeps, up to 20,000 of them: most are cited again.
 */
export function citationReader(
  store: Store,
  db: Db,
): (lists: readonly (readonly string[])[]) => Promise<Citation[][]> {
  const kept = new Map<string, Citation>();
  return async (lists) => {
    const fresh = new Set<string>();
    for (const refs of lists) for (const ref of refs) if (!kept.has(ref)) fresh.add(ref);
    if (kept.size + fresh.size > MAX_KEPT) {
      kept.clear();
      for (const refs of lists) for (const ref of refs) fresh.add(ref);
    }
    for (const citation of await readSources(store, db, fresh)) kept.set(citation.ref, citation);
    return lists.map((refs) => {
      const cited = refs.flatMap((ref) => kept.get(ref) ?? []);
      return cited.length > 1 ? cited.sort(byDate) : cited;
    });
  };
}

const MAX_KEPT = 20_000;

type SourceRow = [
  ref: string,
  publisher: string,
  title: string,
  url: string,
  dateText: string,
  dateEarliest: string | null,
  dateLatest: string | null,
  dateKind: DateKind | null,
  dateBasis: DateBasis | null,
  datePrecision: number | null,
];

const SOURCES = keptQuery((store, db) => {
  const { source: s } = store.t;
  return db
    .select({
      rows: jsonRows<SourceRow>(store, [
        s.ref,
        s.publisher,
        s.title,
        s.url,
        s.dateText,
        s.dateEarliest,
        s.dateLatest,
        s.dateKind,
        s.dateBasis,
        s.datePrecision,
      ]),
    })
    .from(s)
    .where(isOneOf(store, s.ref, sql.placeholder("refs")))
    .prepare();
});

/** Sources by reference, as they are cited. */
async function readSources(store: Store, db: Db, refs: ReadonlySet<string>): Promise<Citation[]> {
  if (refs.size === 0) return [];
  const [found] = await SOURCES(store, db).execute({ refs: asList(store, refs) });
  return found!.rows.map(([ref, publisher, title, url, ...columns]) => {
    const [dateText, dateEarliest, dateLatest, dateKind, dateBasis, datePrecision] = columns;
    const date = { dateText, dateEarliest, dateLatest, dateKind, dateBasis, datePrecision };
    return { ref, publisher, title, url, date: fromDateColumns(date) };
  });
}

function byDate(a: Citation, b: Citation): number {
  return compareText(dayOf(a), dayOf(b)) || compareText(a.ref, b.ref);
}

function dayOf({ date }: Citation): string {
  return date?.earliest ?? date?.latest ?? "9999-99-99";
}
