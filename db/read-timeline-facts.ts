import { and, asc, eq, inArray, isNotNull, type SQL } from "drizzle-orm";
import type { TimelineFact } from "../domain/count-timeline";
import { datesAreOfEvents, type IncidentFilter } from "../domain/incident-filter";
import { dayNumber } from "../domain/partial-date";
import type { LaneKind } from "../domain/timeline-lanes";
import { drawnFilter } from "../domain/timeline-request";
import { askedEventWhere, incidentWhere } from "./incident-conditions";
import type { Db, Store } from "./store";

/** A fact with where it is from: `eventId` is null where the date is that of the headline. */
export type StoredFact = TimelineFact & { id: string; eventId: string | null };

/**
 * Every date that the filter, its own dates apart, could find an incident by: its headline date, or beside a type or
 * modality that of each event asked for. `codes`: what the numbers of lanes stand for. An incident stands in the lane
 * of every province of an event that is asked for, every status of its people, every nationality of its groups; where
 * the filter asks for some of these, in no other lanes.
 */
export async function readTimelineFacts(
  store: Store,
  db: Db,
  asked: IncidentFilter,
  lane: LaneKind,
): Promise<{ facts: StoredFact[]; codes: string[] }> {
  const filter = drawnFilter(asked);
  const rows = datesAreOfEvents(filter)
    ? await eventDates(store, db, filter)
    : await headlineDates(store, db, filter);
  const lanes = await LANES[lane](store, db, filter);
  const codes = [...new Set(lanes.map(({ code }) => code))].sort();
  const numbers = new Map(codes.map((code, at) => [code, at]));
  const lanesOf = new Map<string, number[]>();
  for (const { incidentId, eventId, code } of lanes) {
    const key = keyOf(incidentId, eventId);
    const own = lanesOf.get(key);
    if (own) own.push(numbers.get(code)!);
    else lanesOf.set(key, [numbers.get(code)!]);
  }
  let [incident, last] = [-1, ""];
  const facts = rows.map(({ id, eventId, earliest, latest, ...persons }): StoredFact => {
    if (id !== last) incident += 1;
    last = id;
    return {
      id,
      eventId,
      incident,
      earliest: earliest === null ? null : dayNumber(earliest),
      latest: latest === null ? null : dayNumber(latest),
      lanes: lanesOf.get(keyOf(id, eventId)) ?? lanesOf.get(keyOf(id, null)) ?? [],
      persons,
    };
  });
  return { facts, codes };
}

function headlineDates(store: Store, db: Db, filter: IncidentFilter) {
  const { incident } = store.t;
  return db
    .select({
      id: incident.id,
      earliest: incident.dateEarliest,
      latest: incident.dateLatest,
      ...personsOf(store),
    })
    .from(incident)
    .where(incidentWhere(store, filter))
    .orderBy(asc(incident.sortDate), asc(incident.id))
    .then((rows) => rows.map((row) => ({ ...row, eventId: null })));
}

function eventDates(store: Store, db: Db, filter: IncidentFilter) {
  const { incident, event } = store.t;
  return db
    .select({
      id: incident.id,
      eventId: event.id,
      earliest: event.currentEarliest,
      latest: event.currentLatest,
      ...personsOf(store),
    })
    .from(event)
    .innerJoin(incident, eq(incident.id, event.incidentId))
    .where(and(incidentWhere(store, filter), askedEventWhere(store, filter)))
    .orderBy(asc(incident.sortDate), asc(incident.id), asc(event.position));
}

function personsOf({ t: { incident } }: Store) {
  return { low: incident.personsLow, best: incident.personsBest, high: incident.personsHigh };
}

/** `eventId`: null where every date of the incident stands in the lane. */
type InLane = { incidentId: string; eventId: string | null; code: string };

const LANES: Record<LaneKind, (store: Store, db: Db, filter: IncidentFilter) => Promise<InLane[]>> =
  {
    none: async () => [],
    async status(store, db, filter) {
      const { incident, incidentStatus } = store.t;
      const rows = await db
        .select({ incidentId: incidentStatus.incidentId, code: incidentStatus.status })
        .from(incidentStatus)
        .innerJoin(incident, eq(incident.id, incidentStatus.incidentId))
        .where(and(incidentWhere(store, filter), among(filter.status, incidentStatus.status)));
      return rows.map((row) => ({ ...row, eventId: null }));
    },
    async nationality(store, db, filter) {
      const { incident, peopleGroup } = store.t;
      const rows = await db
        .selectDistinct({ incidentId: peopleGroup.incidentId, code: peopleGroup.nationality })
        .from(peopleGroup)
        .innerJoin(incident, eq(incident.id, peopleGroup.incidentId))
        .where(
          and(
            incidentWhere(store, filter),
            isNotNull(peopleGroup.nationality),
            among(filter.nationality, peopleGroup.nationality),
          ),
        );
      return rows.map(({ incidentId, code }) => ({ incidentId, eventId: null, code: code! }));
    },
    async province(store, db, filter) {
      const { incident, event, eventPlace } = store.t;
      const rows = await db
        .selectDistinct({
          incidentId: eventPlace.incidentId,
          eventId: eventPlace.eventId,
          code: eventPlace.provinceId,
        })
        .from(eventPlace)
        .innerJoin(
          event,
          and(eq(event.incidentId, eventPlace.incidentId), eq(event.id, eventPlace.eventId)),
        )
        .innerJoin(incident, eq(incident.id, eventPlace.incidentId))
        .where(
          and(
            incidentWhere(store, filter),
            askedEventWhere(store, filter),
            eq(eventPlace.current, true),
            isNotNull(eventPlace.provinceId),
            among(filter.province, eventPlace.provinceId),
          ),
        );
      if (datesAreOfEvents(filter)) return rows.map((row) => ({ ...row, code: row.code! }));
      const pairs = new Map(rows.map((row) => [`${row.incidentId} ${row.code}`, row]));
      return [...pairs.values()].map(({ incidentId, code }) => ({
        incidentId,
        eventId: null,
        code: code!,
      }));
    },
  };

function among(codes: readonly string[], column: Parameters<typeof inArray>[0]): SQL | undefined {
  return codes.length > 0 ? inArray(column, [...codes]) : undefined;
}

function keyOf(incidentId: string, eventId: string | null): string {
  return eventId === null ? incidentId : `${incidentId} ${eventId}`;
}
