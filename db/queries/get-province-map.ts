import { setImmediate } from "node:timers/promises";
import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import { type IncidentFilter, matchesNothing } from "../../domain/incident-filter";
import type { MapPlace, MapView } from "../../domain/map-view";
import { type MapIncident, type ProvinceMap, provinceMap } from "../../domain/province-map";
import { authoriseReading } from "../authorise-reading";
import { byIncident } from "../by-incident";
import { isCounted } from "../counted-incidents";
import { inChunks } from "../in-chunks";
import { eventWhere, incidentWhere } from "../incident-conditions";
import { readMapFacts } from "../read-map-facts";
import type { Db, Store } from "../store";

const BATCH = 500;

/**
 * The map of a filter, all of one moment. Its own provinces are left out of the filter, as a facet leaves out its own
 * selection: each province has as many incidents as the list would with it. The ways alone are those of the incidents
 * that the whole filter finds.
 */
export async function getProvinceMap(
  store: Store,
  actor: Actor,
  filter: IncidentFilter,
): Promise<MapView> {
  authoriseReading(store, actor, "incident.read");
  return store.snapshot(async (db) => {
    // A mistake in the selection of provinces must not widen what is shown either.
    const found = matchesNothing(filter) ? [] : await readIncidents(store, db, filter);
    const map = provinceMap(found);
    const known = await knownIn(store, db);
    return { ...map, known, places: await placesOf(store, db, map, known) };
  });
}

async function readIncidents(store: Store, db: Db, filter: IncidentFilter): Promise<MapIncident[]> {
  const ids = await idsOf(store, db, filter, "province");
  const moving = filter.province.length > 0 ? new Set(await idsOf(store, db, filter)) : null;
  const incidents: MapIncident[] = [];
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH);
    const touched = await touchedBy(store, db, filter, batch);
    for (const [id, facts] of await readMapFacts(store, db, batch)) {
      const here = touched.get(id) ?? [];
      const areas = new Set(here.map(({ provinceId, countryId }) => provinceId ?? countryId));
      const localities = new Set(
        here.flatMap(({ locationId, kind, parentId }) =>
          kind === "locality" ? locationId : kind === "facility" ? (parentId ?? []) : [],
        ),
      );
      incidents.push({
        persons: facts.persons,
        provinces: facts.provinces.filter((area) => areas.has(area.id)),
        countries: [...new Set(here.map(({ countryId }) => countryId))],
        places: facts.places.filter((place) => localities.has(place)),
        moves: moving === null || moving.has(id) ? facts.moves : [],
      });
    }
    // SQLite answers at once: without this a large map would let nobody else be served.
    await setImmediate();
  }
  return incidents;
}

async function idsOf(store: Store, db: Db, filter: IncidentFilter, omit?: "province") {
  const { incident } = store.t;
  const rows = await db
    .select({ id: incident.id })
    .from(incident)
    .where(incidentWhere(store, filter, omit))
    .orderBy(asc(incident.id));
  return rows.map(({ id }) => id);
}

/** The places of the events by which each of the incidents counts. */
async function touchedBy(store: Store, db: Db, filter: IncidentFilter, ids: string[]) {
  const { incident, event, eventPlace, location } = store.t;
  const rows = await db
    .select({
      incidentId: eventPlace.incidentId,
      locationId: eventPlace.locationId,
      provinceId: eventPlace.provinceId,
      countryId: eventPlace.countryId,
      kind: location.kind,
      parentId: location.parentId,
    })
    .from(eventPlace)
    .innerJoin(
      event,
      and(eq(event.incidentId, eventPlace.incidentId), eq(event.id, eventPlace.eventId)),
    )
    .innerJoin(incident, eq(incident.id, eventPlace.incidentId))
    .innerJoin(location, eq(location.id, eventPlace.locationId))
    .where(
      and(
        inArray(eventPlace.incidentId, ids),
        eq(eventPlace.current, true),
        eventWhere(store, filter, "province"),
      ),
    );
  return byIncident(rows);
}

async function knownIn(store: Store, db: Db): Promise<string[]> {
  const { incident, eventPlace } = store.t;
  const rows = await db
    .selectDistinct({ id: eventPlace.provinceId })
    .from(eventPlace)
    .innerJoin(incident, eq(incident.id, eventPlace.incidentId))
    .where(and(eq(eventPlace.current, true), isNotNull(eventPlace.provinceId), isCounted(store)))
    .orderBy(asc(eventPlace.provinceId));
  return rows.flatMap(({ id }) => id ?? []);
}

async function placesOf(
  store: Store,
  db: Db,
  { provinces, countries, localities, flows }: ProvinceMap,
  known: string[],
): Promise<Record<string, MapPlace>> {
  const { location } = store.t;
  const read = (ids: Iterable<string>) =>
    inChunks(ids, (chunk) =>
      db
        .select({
          id: location.id,
          name: location.nameEn,
          lat: location.lat,
          lon: location.lon,
          countryId: location.countryId,
        })
        .from(location)
        .where(inArray(location.id, chunk)),
    );
  const own = await read([
    ...known,
    ...provinces.keys(),
    ...countries.keys(),
    ...localities.keys(),
    ...flows.flatMap(({ from, to }) => [from, to]),
  ]);
  const rows = [...own, ...(await read(own.map(({ countryId }) => countryId)))];
  return Object.fromEntries(rows.map(({ id, ...place }) => [id, place]));
}
