import { asc, eq } from "drizzle-orm";
import type { Source } from "../domain/source";
import { fromDateColumns } from "./date-columns";
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
  const { sourceDerivation } = store.t;
  const origins = await db
    .select({ id: sourceDerivation.fromId })
    .from(sourceDerivation)
    .where(eq(sourceDerivation.sourceId, row.id))
    .orderBy(asc(sourceDerivation.fromId));
  return {
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
    derivedFrom: origins.map((origin) => origin.id),
    reliability: row.reliability,
    access: row.access,
  };
}
