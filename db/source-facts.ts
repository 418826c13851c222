import { eq, inArray, sql } from "drizzle-orm";
import type { SourceFacts } from "../domain/source";
import { dateOf, fromDateColumns } from "./date-columns";
import { inChunks } from "./in-chunks";
import type { Db, Store } from "./store";

/** What headlines need to know of the named sources; an unknown id is absent. */
export async function sourceFacts(
  store: Store,
  db: Db,
  ids: Iterable<string>,
): Promise<Map<string, SourceFacts>> {
  const { source, sourceDerivation } = store.t;
  const rows = await inChunks(ids, (chunk) =>
    db
      .select({
        id: source.id,
        publisher: source.publisher,
        reliability: source.reliability,
        ...dateOf(source),
        origins:
          sql<number>`(select count(*) from ${sourceDerivation} where ${eq(sourceDerivation.sourceId, source.id)})`.mapWith(
            Number,
          ),
      })
      .from(source)
      .where(inArray(source.id, chunk)),
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        publisher: row.publisher,
        reliability: row.reliability,
        published: fromDateColumns(row),
        derived: row.origins > 0,
      },
    ]),
  );
}
