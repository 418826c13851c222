import { asc, eq, inArray } from "drizzle-orm";
import type { Source } from "../domain/source";
import { fromDateColumns } from "./date-columns";
import { inChunks } from "./in-chunks";
import type { Db, Store } from "./store";

type SourceRow = Store["t"]["source"]["$inferSelect"];

/** The row of a reference, or null. */
export async function findSource(store: Store, db: Db, ref: string): Promise<SourceRow | null> {
  const { source } = store.t;
  const [row] = await db.select().from(source).where(eq(source.ref, ref)).limit(1);
  return row ?? null;
}

/** Everything a person wrote about a source. */
export async function toSource(store: Store, db: Db, row: SourceRow): Promise<Source> {
  const [source] = await toSources(store, db, [row]);
  return source!;
}

/** The same of many, in their order. */
export async function toSources(
  store: Store,
  db: Db,
  rows: readonly SourceRow[],
): Promise<Source[]> {
  const { sourceDerivation } = store.t;
  const derived = await inChunks(
    rows.map(({ id }) => id),
    (chunk) =>
      db
        .select()
        .from(sourceDerivation)
        .where(inArray(sourceDerivation.sourceId, chunk))
        .orderBy(asc(sourceDerivation.sourceId), asc(sourceDerivation.fromId)),
  );
  const originsOf = new Map<string, string[]>(rows.map(({ id }) => [id, []]));
  for (const { sourceId, fromId } of derived) originsOf.get(sourceId)!.push(fromId);
  return rows.map((row) => ({
    kind: row.kind,
    publisher: row.publisher,
    title: row.title,
    url: row.url,
    language: row.language,
    published: fromDateColumns(row),
    accessed: row.accessedOn,
    archivedUrl: row.archivedUrl,
    storedText: row.storedText,
    licence: row.licence,
    quotable: row.quotable,
    derivedFrom: originsOf.get(row.id)!,
    reliability: row.reliability,
    access: row.access,
  }));
}
