import { inArray } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import type { KnownSource } from "../../domain/form-reading";
import type { NamedSource } from "../../domain/source-row";
import { authoriseReading } from "../authorise-reading";
import { fromDateColumns } from "../date-columns";
import { inChunks } from "../in-chunks";
import type { Store } from "../store";

/** The sources of these references, in no particular order; an unknown reference is absent. */
export async function findSources(
  store: Store,
  actor: Actor,
  refs: Iterable<string>,
): Promise<(KnownSource & NamedSource)[]> {
  authoriseReading(store, actor, "incident.read");
  const { source } = store.t;
  const rows = await inChunks(refs, (chunk) =>
    store.read
      .select({
        id: source.id,
        ref: source.ref,
        publisher: source.publisher,
        title: source.title,
        dateText: source.dateText,
        dateEarliest: source.dateEarliest,
        dateLatest: source.dateLatest,
        dateKind: source.dateKind,
        dateBasis: source.dateBasis,
        datePrecision: source.datePrecision,
      })
      .from(source)
      .where(inArray(source.ref, chunk)),
  );
  return rows.map(({ id, ref, publisher, title, ...date }) => ({
    id,
    ref,
    publisher,
    title,
    published: fromDateColumns(date),
  }));
}
