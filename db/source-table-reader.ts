import { asc, eq } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { compareText } from "../domain/compare-text";
import { sourceCells } from "../domain/tables/sources-table";
import type { Cells } from "../domain/tables/table-column";
import { fromDateColumns } from "./date-columns";
import { inChunks } from "./in-chunks";
import { isOneOf } from "./is-one-of";
import type { Db, Store } from "./store";

/**
 * The ids of these sources and of all that they copy, however far, originals before copies and else by reference.
 * `ids`: null = all that the store has.
 */
export async function orderSources(
  store: Store,
  db: Db,
  ids: ReadonlySet<string> | null,
): Promise<string[]> {
  const { source, sourceDerivation } = store.t;
  const refs = new Map<string, string>();
  const copies = new Map<string, string[]>();
  const find = async (chunk: string[] | null) => {
    const among = (column: AnySQLiteColumn) => (chunk ? isOneOf(store, column, chunk) : undefined);
    const found = await db
      .select({ id: source.id, ref: source.ref })
      .from(source)
      .where(among(source.id));
    for (const { id, ref } of found) refs.set(id, ref);
    const edges = await db.select().from(sourceDerivation).where(among(sourceDerivation.sourceId));
    for (const { sourceId, fromId } of edges)
      copies.set(sourceId, [...(copies.get(sourceId) ?? []), fromId]);
    return edges.map(({ fromId }) => fromId);
  };
  const asked = new Set<string>();
  for (let wanted = ids && [...ids]; wanted === null || wanted.length > 0; ) {
    for (const id of wanted ?? []) asked.add(id);
    const origins: string[] = wanted ? await inChunks(wanted, find) : await find(null);
    wanted = wanted ? [...new Set(origins)].filter((id) => !asked.has(id)) : [];
  }

  const ordered: string[] = [];
  const isPlaced = new Set<string>();
  const byRef = (some: Iterable<string>) =>
    [...some].sort((a, b) => compareText(refs.get(a) ?? "", refs.get(b) ?? ""));
  const put = (id: string) => {
    if (isPlaced.has(id) || !refs.has(id)) return;
    isPlaced.add(id);
    for (const origin of byRef(copies.get(id) ?? [])) put(origin);
    ordered.push(id);
  };
  for (const id of byRef(refs.keys())) put(id);
  return ordered;
}

/** The rows of sources, in the order of their ids. `isInternal`: with the text that was kept of each. */
export async function readSourceRows(
  store: Store,
  db: Db,
  ids: readonly string[],
  isInternal: boolean,
): Promise<Cells[]> {
  const { source, sourceDerivation } = store.t;
  const { storedText, ...columns } = {
    id: source.id,
    ref: source.ref,
    kind: source.kind,
    publisher: source.publisher,
    title: source.title,
    url: source.url,
    language: source.language,
    dateText: source.dateText,
    dateEarliest: source.dateEarliest,
    dateLatest: source.dateLatest,
    dateKind: source.dateKind,
    dateBasis: source.dateBasis,
    datePrecision: source.datePrecision,
    accessed: source.accessedOn,
    archivedUrl: source.archivedUrl,
    storedText: source.storedText,
    licence: source.licence,
    quotable: source.quotable,
    reliability: source.reliability,
    access: source.access,
  };
  const rows = await db
    .select(columns)
    .from(source)
    .where(isOneOf(store, source.id, ids));
  const texts = isInternal
    ? await db
        .select({ id: source.id, storedText })
        .from(source)
        .where(isOneOf(store, source.id, ids))
    : [];
  const origins = await db
    .select({ id: sourceDerivation.sourceId, ref: source.ref })
    .from(sourceDerivation)
    .innerJoin(source, eq(source.id, sourceDerivation.fromId))
    .where(isOneOf(store, sourceDerivation.sourceId, ids))
    .orderBy(asc(source.ref));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const textOf = new Map(texts.map((row) => [row.id, row.storedText]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const derivedFrom = origins.flatMap((origin) => (origin.id === id ? [origin.ref] : []));
    return [
      sourceCells({
        ...row,
        published: fromDateColumns(row),
        storedText: textOf.get(id) ?? "",
        derivedFrom: derivedFrom.sort(compareText),
      }),
    ];
  });
}
