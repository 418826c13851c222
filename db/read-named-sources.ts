import { eq, inArray } from "drizzle-orm";
import type { NamedSource } from "../domain/source-row";
import { inChunks } from "./in-chunks";
import type { Db, Store } from "./store";
import { tableOrder } from "./table-order";

/**
 * For each of the sources, by id, the sources it copies or cites (`copied by` it) or those that copy or cite it
 * (`copying` it), by publisher and title. Absent where there is none.
 */
export async function readNamedSources(
  store: Store,
  db: Db,
  which: "copied by" | "copying",
  ids: Iterable<string>,
): Promise<Map<string, NamedSource[]>> {
  const { source, sourceDerivation } = store.t;
  const [here, there] =
    which === "copied by"
      ? [sourceDerivation.sourceId, sourceDerivation.fromId]
      : [sourceDerivation.fromId, sourceDerivation.sourceId];
  const order = tableOrder(
    store,
    [
      { value: source.publisher, text: "caseless" },
      { value: source.title, text: true },
      { value: source.id, text: true },
    ],
    false,
  );
  const rows = await inChunks(ids, (chunk) =>
    db
      .select({ here, ref: source.ref, publisher: source.publisher, title: source.title })
      .from(sourceDerivation)
      .innerJoin(source, eq(source.id, there))
      .where(inArray(here, chunk))
      .orderBy(...order),
  );
  const found = new Map<string, NamedSource[]>();
  for (const { here: id, ...named } of rows) found.set(id, [...(found.get(id) ?? []), named]);
  return found;
}
