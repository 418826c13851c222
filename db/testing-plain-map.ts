import { and, asc, eq, inArray } from "drizzle-orm";
import { type IncidentFilter, matchesNothing } from "../domain/incident-filter";
import { type MapIncident, type ProvinceMap, provinceMap } from "../domain/province-map";
import { unchosenFilter } from "../domain/unchosen-filter";
import { byIncident } from "./by-incident";
import type { Db, Store } from "./store";
import { readMapFacts } from "./testing-map-facts";
import { eventWhere, incidentWhere } from "./testing-plain-filter";

/** The map of a filter without text, reckoned incident by incident, for tests to hold the index against. */
export async function plainMap(store: Store, filter: IncidentFilter): Promise<ProvinceMap> {
  return provinceMap(matchesNothing(filter) ? [] : await readIncidents(store, store.read, filter));
}

const BATCH = 500;

async function readIncidents(store: Store, db: Db, filter: IncidentFilter): Promise<MapIncident[]> {
  const asked = unchosenFilter(filter);
  const ids = await idsOf(store, db, asked);
  const moving =
    filter.province.length + filter.place.length > 0
      ? new Set(await idsOf(store, db, filter))
      : null;
  const incidents: MapIncident[] = [];
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH);
    const touched = await touchedBy(store, db, asked, batch);
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
  }
  return incidents;
}

async function idsOf(store: Store, db: Db, filter: IncidentFilter) {
  const { incident } = store.t;
  const rows = await db
    .select({ id: incident.id })
    .from(incident)
    .where(incidentWhere(store, filter))
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
        eventWhere(store, filter),
      ),
    );
  return byIncident(rows);
}
