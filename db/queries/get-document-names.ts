import { inArray } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import type { IncidentDocument } from "../../domain/incident";
import type { PartialDate } from "../../domain/partial-date";
import type { NamedSource } from "../../domain/source-row";
import { authoriseReading } from "../authorise-reading";
import { dateOf, fromDateColumns } from "../date-columns";
import { inChunks } from "../in-chunks";
import { placeNames } from "../place-names";
import type { Store } from "../store";

/** The sources and places that versions of an incident name, by id. What does not exist is absent. */
export type DocumentNames = {
  sources: Record<string, NamedSource & { published: PartialDate | null }>;
  places: Record<string, string>;
};

/** What the sources and places of the documents are called, older versions' included, and the sources of other ids. */
export async function getDocumentNames(
  store: Store,
  actor: Actor,
  documents: readonly IncidentDocument[],
  otherSourceIds: readonly string[] = [],
): Promise<DocumentNames> {
  authoriseReading(store, actor, "incident.read");
  const { source } = store.t;
  const sourceIds = documents.flatMap(({ claims }) => claims.map(({ sourceId }) => sourceId));
  const placeIds = documents.flatMap(({ groups, events, claims }) => [
    ...groups.flatMap(({ nationality }) => nationality ?? []),
    ...events.flatMap(({ places }) => places.map(({ locationId }) => locationId)),
    ...claims.flatMap(({ place }) => place?.locationId ?? []),
  ]);
  const rows = await inChunks(new Set([...sourceIds, ...otherSourceIds]), (chunk) =>
    store.read
      .select({
        id: source.id,
        ref: source.ref,
        publisher: source.publisher,
        title: source.title,
        ...dateOf(source),
      })
      .from(source)
      .where(inArray(source.id, chunk)),
  );
  return {
    sources: Object.fromEntries(
      rows.map(({ id, ref, publisher, title, ...date }) => [
        id,
        { ref, publisher, title, published: fromDateColumns(date) },
      ]),
    ),
    places: Object.fromEntries(await placeNames(store, store.read, new Set(placeIds))),
  };
}
