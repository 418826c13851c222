import { setImmediate } from "node:timers/promises";
import { inArray } from "drizzle-orm";
import type { ImportItem } from "../../domain/import/import-item";
import type { Location } from "../../domain/location";
import { inChunks } from "../in-chunks";
import { readLocations } from "../read-locations";
import type { Db, Store } from "../store";

/**
 * What the ledger has of what the next rows name, asked for all of them at once; what they bring is added.
 * `rowKeys`, `incidentRefs`: of rows that were imported, of incidents. `sources`: ids by their references.
 * `locations`: the places that there are rows of, by their ids.
 */
export type ImportWindow = {
  rowKeys: Set<string>;
  incidentRefs: Set<string>;
  sources: Map<string, string>;
  locations: Record<string, Location>;
};

export async function openWindow(
  store: Store,
  db: Db,
  items: readonly ImportItem[],
): Promise<ImportWindow> {
  const { importedRow, incident, source } = store.t;
  const incidents = items.filter((item) => item.what === "incident");
  const rowKeys = await inChunks(
    incidents.map(({ rowKey }) => rowKey),
    (chunk) =>
      db
        .selectDistinct({ key: importedRow.rowKey })
        .from(importedRow)
        .where(inArray(importedRow.rowKey, chunk)),
  );
  const refs = await inChunks(
    incidents.flatMap(({ ref }) => ref ?? []),
    (chunk) => db.select({ ref: incident.ref }).from(incident).where(inArray(incident.ref, chunk)),
  );
  const named = items.flatMap((item) =>
    item.what === "source"
      ? [item.ref, ...item.source.derivedFrom]
      : item.what === "incident"
        ? [
            ...item.document.claims.map(({ sourceId }) => sourceId),
            ...(item.verified ?? []).flatMap(
              ({ content }) => content?.sources.map(({ ref }) => ref) ?? [],
            ),
          ]
        : [],
  );
  const sources = await inChunks(
    named.filter((name) => name.startsWith("SRC-")),
    (chunk) =>
      db.select({ id: source.id, ref: source.ref }).from(source).where(inArray(source.ref, chunk)),
  );
  const places = items.flatMap((item) => (item.what === "location" ? [item.location.id] : []));
  return {
    rowKeys: new Set(rowKeys.map(({ key }) => key)),
    incidentRefs: new Set(refs.map(({ ref }) => ref)),
    sources: new Map(sources.map(({ id, ref }) => [ref, id])),
    locations: await readLocations(store, db, places),
  };
}

/** Rows that are read between which nobody else is served. */
const AT_ONCE = 10;

/** The items some at a time, in their order; the last ones may be fewer. */
export async function* someAtATime(
  items: AsyncIterable<ImportItem>,
  most: number,
): AsyncGenerator<ImportItem[]> {
  let some: ImportItem[] = [];
  let read = 0;
  for await (const item of items) {
    some.push(item);
    if (++read % AT_ONCE === 0) await setImmediate();
    if (some.length < most) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
