import { and, asc, eq, inArray } from "drizzle-orm";
import { highlighter } from "../domain/highlight";
import { type IncidentFinds, incidentFinds, type TextKind } from "../domain/incident-finds";
import { matchedNames } from "../domain/matched-names";
import { readSearch, toSearchQuery } from "../domain/search-query";
import { sourceName } from "../domain/source-name";
import { inChunks } from "./in-chunks";
import { namesAround } from "./names-around";
import { namesOfPlaces } from "./names-of-places";
import type { Db, Store } from "./store";

/** Where a searched text stands in the incidents of the ids, by id, among what readers of the store may read. */
export async function readIncidentFinds(
  store: Store,
  db: Db,
  text: string,
  ids: readonly string[],
): Promise<Map<string, IncidentFinds>> {
  const { incident, event, eventPlace, claim, source } = store.t;
  const terms = readSearch(text);
  const query = toSearchQuery(terms, await namesOfPlaces(store, db, terms));
  const marked = highlighter(query);
  const texts = new Map<string, { kind: TextKind; text: string }[]>(ids.map((id) => [id, []]));
  const add = (id: string, kind: TextKind, ...some: string[]) => {
    for (const one of some) if (one !== "") texts.get(id)?.push({ kind, text: one });
  };
  const incidents = await inChunks(ids, (chunk) =>
    db
      .select({ id: incident.id, title: incident.title, summary: incident.summary })
      .from(incident)
      .where(inArray(incident.id, chunk)),
  );
  for (const { id, summary } of incidents) add(id, "summary", summary);
  const events = await inChunks(ids, (chunk) =>
    db
      .select({ id: event.incidentId, description: event.description })
      .from(event)
      .where(inArray(event.incidentId, chunk))
      .orderBy(asc(event.incidentId), asc(event.position)),
  );
  for (const { id, description } of events) add(id, "event", description);
  const claims = await inChunks(ids, (chunk) =>
    db
      .select({
        id: claim.incidentId,
        statement: claim.statement,
        quote: claim.quote,
        publisher: source.publisher,
        title: source.title,
      })
      .from(claim)
      .innerJoin(source, eq(source.id, claim.sourceId))
      .where(inArray(claim.incidentId, chunk))
      .orderBy(asc(claim.incidentId), asc(claim.position)),
  );
  for (const { id, statement, quote } of claims) {
    add(id, "statement", statement);
    add(id, "quote", quote);
  }
  for (const { id, publisher, title } of claims)
    add(id, "source", sourceName({ publisher, title }));
  const places = await inChunks(ids, (chunk) =>
    db
      .selectDistinct({ id: eventPlace.incidentId, locationId: eventPlace.locationId })
      .from(eventPlace)
      .where(and(inArray(eventPlace.incidentId, chunk), eq(eventPlace.current, true))),
  );
  const names = await namesAround(
    store,
    db,
    places.map(({ locationId }) => locationId),
  );
  const typed = highlighter(toSearchQuery(terms, new Map()));
  const joined = new Map(
    [...names].map(([locationId, all]) => [
      locationId,
      matchedNames([...new Set(all)], { typed, found: marked }).join(" · "),
    ]),
  );
  for (const { id, locationId } of places) add(id, "place", joined.get(locationId) ?? "");
  return new Map(
    incidents.map(({ id, title }) => [
      id,
      incidentFinds(title, texts.get(id) ?? [], query, marked),
    ]),
  );
}
