import { and, ne, sql } from "drizzle-orm";
import { compareText } from "../domain/compare-text";
import type { Citation } from "../domain/incident-row";
import type { DateBasis, DateKind } from "../domain/vocabulary";
import { fromDateColumns } from "./date-columns";
import { asList, isOneOf } from "./is-one-of";
import { jsonRows } from "./json-rows";
import type { Db, Store } from "./store";

/**
 * Reads, for many batches of one moment, the sources with a claim that is not rejected, by incident; by date, undated
 * last. What it read of sources it keeps, up to 20,000 of them: most are cited again.
 */
export function citationReader(
  store: Store,
  db: Db,
): (incidentIds: readonly string[]) => Promise<Map<string, Citation[]>> {
  const { claim } = store.t;
  const query = db
    .select({ pairs: jsonRows<[string, string]>(store, [claim.incidentId, claim.sourceId]) })
    .from(claim)
    .where(
      and(
        isOneOf(store, claim.incidentId, sql.placeholder("ids")),
        ne(claim.assessment, "rejected"),
      ),
    )
    .prepare();
  const readSources = sourceReader(store, db);
  const kept = new Map<string, Citation>();
  return async (incidentIds) => {
    const [found] = await query.execute({ ids: asList(store, incidentIds) });
    const { pairs } = found!;
    if (kept.size >= MAX_KEPT) kept.clear();
    const fresh = pairs.flatMap(([, sourceId]) => (kept.has(sourceId) ? [] : [sourceId]));
    for (const [id, citation] of await readSources(fresh)) kept.set(id, citation);
    const cited = new Map<string, Citation[]>();
    for (const [incidentId, sourceId] of pairs) {
      const citation = kept.get(sourceId);
      const own = cited.get(incidentId);
      if (!citation || own?.includes(citation)) continue;
      if (own) own.push(citation);
      else cited.set(incidentId, [citation]);
    }
    for (const own of cited.values()) if (own.length > 1) own.sort(byDate);
    return cited;
  };
}

const MAX_KEPT = 20_000;

type SourceRow = [
  id: string,
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

/** Sources by id, as they are cited. */
function sourceReader(
  store: Store,
  db: Db,
): (ids: readonly string[]) => Promise<[string, Citation][]> {
  const { source: s } = store.t;
  const query = db
    .select({
      rows: jsonRows<SourceRow>(store, [
        s.id,
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
    .where(isOneOf(store, s.id, sql.placeholder("ids")))
    .prepare();
  return async (ids) => {
    if (ids.length === 0) return [];
    const [found] = await query.execute({ ids: asList(store, ids) });
    return found!.rows.map(([id, ref, publisher, title, url, ...columns]) => {
      const [dateText, dateEarliest, dateLatest, dateKind, dateBasis, datePrecision] = columns;
      const date = { dateText, dateEarliest, dateLatest, dateKind, dateBasis, datePrecision };
      return [id, { ref, publisher, title, url, date: fromDateColumns(date) }];
    });
  };
}

function byDate(a: Citation, b: Citation): number {
  return compareText(dayOf(a), dayOf(b)) || compareText(a.ref, b.ref);
}

function dayOf({ date }: Citation): string {
  return date?.earliest ?? date?.latest ?? "9999-99-99";
}
