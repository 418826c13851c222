import { eq } from "drizzle-orm";
import type { CitedSource } from "../domain/incident-view";
import { fromDateColumns } from "./date-columns";
import { isOneOf } from "./is-one-of";
import type { Db, Store } from "./store";

/** Sources in the order of the ids, and the references of what they copy or cite, by id. */
type Cited = { sources: CitedSource[]; origins: Map<string, string> };

/**
 * Reads the sources of ids, without their stored text, for many batches of one moment. What it read it keeps, up to
 * 20,000 of them: most are cited again. Unknown ids are absent.
 */
export function citedSourceReader(store: Store, db: Db): (ids: Iterable<string>) => Promise<Cited> {
  const kept = new Map<string, CitedSource>();
  const refs = new Map<string, string>();
  return async (ids) => {
    const wanted = [...new Set(ids)];
    if (kept.size >= MAX_KEPT) {
      kept.clear();
      refs.clear();
    }
    const fresh = wanted.filter((id) => !kept.has(id));
    if (fresh.length > 0) {
      for (const source of await readSources(store, db, fresh, refs)) kept.set(source.id, source);
    }
    const sources = wanted.flatMap((id) => kept.get(id) ?? []);
    const origins = new Map(
      sources.flatMap(({ derivedFrom }) => derivedFrom.map((id) => [id, refs.get(id)!])),
    );
    return { sources, origins };
  };
}

const MAX_KEPT = 20_000;

/** `refs`: takes the references of what they copy or cite. */
async function readSources(
  store: Store,
  db: Db,
  ids: readonly string[],
  refs: Map<string, string>,
): Promise<CitedSource[]> {
  const { source: s, sourceDerivation } = store.t;
  const derivations = await db
    .select({ sourceId: sourceDerivation.sourceId, fromId: s.id, ref: s.ref })
    .from(sourceDerivation)
    .innerJoin(s, eq(s.id, sourceDerivation.fromId))
    .where(isOneOf(store, sourceDerivation.sourceId, ids))
    .orderBy(s.id);
  const derivedFrom = new Map<string, string[]>();
  for (const { sourceId, fromId, ref } of derivations) {
    refs.set(fromId, ref);
    derivedFrom.set(sourceId, [...(derivedFrom.get(sourceId) ?? []), fromId]);
  }
  const rows = await db
    .select({
      id: s.id,
      ref: s.ref,
      kind: s.kind,
      publisher: s.publisher,
      title: s.title,
      url: s.url,
      language: s.language,
      dateText: s.dateText,
      dateEarliest: s.dateEarliest,
      dateLatest: s.dateLatest,
      dateKind: s.dateKind,
      dateBasis: s.dateBasis,
      datePrecision: s.datePrecision,
      accessed: s.accessedOn,
      archivedUrl: s.archivedUrl,
      licence: s.licence,
      quotable: s.quotable,
      reliability: s.reliability,
      access: s.access,
    })
    .from(s)
    .where(isOneOf(store, s.id, ids));
  return rows.map(({ dateText, dateEarliest, dateLatest, dateKind, dateBasis, ...row }) => {
    const { datePrecision, ...shown } = row;
    const date = { dateText, dateEarliest, dateLatest, dateKind, dateBasis, datePrecision };
    return {
      ...shown,
      published: fromDateColumns(date),
      derivedFrom: derivedFrom.get(row.id) ?? [],
    };
  });
}
