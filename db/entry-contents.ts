import { and, asc, eq, sql } from "drizzle-orm";
import { type EventFacts, encodeFacts } from "../domain/incident-index/incident-facts";
import { mapFacts } from "../domain/map-facts";
import { joinWords } from "../domain/search-words";
import { byIncident } from "./by-incident";
import { asList, isOneOf } from "./is-one-of";
import { keptQuery } from "./kept-query";
import { locationFacts } from "./location-facts";
import { namesAround } from "./names-around";
import type { Db, Store } from "./store";

/** What is kept of an incident for its lists and for the search; all "" where it is not to be found. */
export type EntryContent = {
  incidentId: string;
  facts: string;
  openWords: string;
  restrictedWords: string;
};

const IDS = sql.placeholder("ids");

const INCIDENTS = keptQuery((store, db) => {
  const { incident } = store.t;
  return db
    .select({
      id: incident.id,
      ref: incident.ref,
      title: incident.title,
      summary: incident.summary,
      reviewStatus: incident.reviewStatus,
      mergedIntoId: incident.mergedIntoId,
      headline: incident.headline,
    })
    .from(incident)
    .where(isOneOf(store, incident.id, IDS))
    .prepare();
});

const EVENTS = keptQuery((store, db) => {
  const { event } = store.t;
  return db
    .select({
      incidentId: event.incidentId,
      id: event.id,
      type: event.type,
      modality: event.currentModality,
      earliest: event.currentEarliest,
      latest: event.currentLatest,
      description: event.description,
    })
    .from(event)
    .where(isOneOf(store, event.incidentId, IDS))
    .orderBy(asc(event.incidentId), asc(event.position))
    .prepare();
});

const PLACES = keptQuery((store, db) => {
  const { eventPlace } = store.t;
  return db
    .select({
      incidentId: eventPlace.incidentId,
      eventId: eventPlace.eventId,
      locationId: eventPlace.locationId,
      provinceId: eventPlace.provinceId,
      countryId: eventPlace.countryId,
    })
    .from(eventPlace)
    .where(and(isOneOf(store, eventPlace.incidentId, IDS), eq(eventPlace.current, true)))
    .orderBy(asc(eventPlace.incidentId), asc(eventPlace.eventId), asc(eventPlace.position))
    .prepare();
});

const GROUPS = keptQuery((store, db) => {
  const { peopleGroup } = store.t;
  return db
    .select({
      incidentId: peopleGroup.incidentId,
      id: peopleGroup.id,
      role: peopleGroup.role,
      nationality: peopleGroup.nationality,
      unit: peopleGroup.unit,
      partOf: peopleGroup.partOfId,
    })
    .from(peopleGroup)
    .where(isOneOf(store, peopleGroup.incidentId, IDS))
    .orderBy(asc(peopleGroup.incidentId), asc(peopleGroup.position))
    .prepare();
});

const STATUSES = keptQuery((store, db) => {
  const { incidentStatus } = store.t;
  return db
    .select()
    .from(incidentStatus)
    .where(isOneOf(store, incidentStatus.incidentId, IDS))
    .prepare();
});

const CLAIMS = keptQuery((store, db) => {
  const { claim } = store.t;
  return db
    .select({
      incidentId: claim.incidentId,
      sourceId: claim.sourceId,
      assessment: claim.assessment,
      statement: claim.statement,
      quote: claim.quote,
    })
    .from(claim)
    .where(isOneOf(store, claim.incidentId, IDS))
    .orderBy(asc(claim.incidentId), asc(claim.position))
    .prepare();
});

const SOURCES = keptQuery((store, db) => {
  const { source } = store.t;
  return db
    .select({
      id: source.id,
      ref: source.ref,
      publisher: source.publisher,
      title: source.title,
      access: source.access,
    })
    .from(source)
    .where(isOneOf(store, source.id, IDS))
    .prepare();
});

/** The entries of the incidents, made from their rows. */
export async function readEntryContents(
  store: Store,
  db: Db,
  ids: readonly string[],
): Promise<EntryContent[]> {
  const given = { ids: asList(store, ids) };
  const incidents = await INCIDENTS(store, db).execute(given);
  const events = await EVENTS(store, db).execute(given);
  const places = await PLACES(store, db).execute(given);
  const groups = await GROUPS(store, db).execute(given);
  const statuses = await STATUSES(store, db).execute(given);
  const claims = await CLAIMS(store, db).execute(given);
  const cited = asList(
    store,
    claims.map(({ sourceId }) => sourceId),
  );
  const sources = await SOURCES(store, db).execute({ ids: cited });
  const placeIds = places.map(({ locationId }) => locationId);
  const names = await namesAround(store, db, placeIds);
  const locations = await locationFacts(store, db, placeIds);
  const sourceOf = new Map(sources.map((one) => [one.id, one]));
  const of = {
    events: byIncident(events),
    places: byIncident(places),
    groups: byIncident(groups),
    statuses: byIncident(statuses),
    claims: byIncident(claims),
  };
  return incidents.map(({ id, ref, title, summary, reviewStatus, mergedIntoId, headline }) => {
    if (mergedIntoId !== null)
      return { incidentId: id, facts: "", openWords: "", restrictedWords: "" };
    const own = <T>(map: Map<string, T[]>) => map.get(id) ?? [];
    const ownPlaces = own(of.places);
    const cited = own(of.claims).map((one) => ({ ...one, source: sourceOf.get(one.sourceId)! }));
    const wordsOf = (access: "public" | "restricted") =>
      cited
        .filter(({ source }) => source.access === access)
        .flatMap(({ quote, source }) => [quote, source.publisher, source.title]);
    return {
      incidentId: id,
      facts: encodeFacts({
        id,
        ref,
        reviewStatus,
        headline,
        statuses: own(of.statuses).map(({ status }) => status),
        roles: own(of.groups).map(({ role }) => role),
        nationalities: own(of.groups).flatMap(({ nationality }) => nationality ?? []),
        sources: cited
          .filter(({ assessment }) => assessment !== "rejected")
          .map(({ source }) => source.ref),
        events: own(of.events).map(
          (one): EventFacts => ({
            ...one,
            places: ownPlaces
              .filter(({ eventId }) => eventId === one.id)
              .map((at) => {
                const { kind, localityId } = locations.get(at.locationId)!;
                return {
                  ...at,
                  localityId,
                  facilityId: kind === "facility" ? at.locationId : null,
                };
              }),
          }),
        ),
        map: mapFacts({ groups: own(of.groups), events: own(of.events) }, headline, locations),
      }),
      // What is edited most comes last: whatever stands before it keeps its places in the search index.
      openWords: joinWords([
        ref,
        ...ownPlaces.flatMap(({ locationId }) => names.get(locationId) ?? []),
        ...wordsOf("public"),
        ...cited.map(({ statement }) => statement),
        ...own(of.events).map(({ description }) => description),
        title,
        summary,
      ]),
      restrictedWords: joinWords(wordsOf("restricted")),
    };
  });
}
