import { and, asc, eq } from "drizzle-orm";
import type { CountRange } from "../domain/count-range";
import type { Claim } from "../domain/incident";
import { claimCells } from "../domain/tables/claims-table";
import { eventGroupCells } from "../domain/tables/event-groups-table";
import { eventPlaceCells } from "../domain/tables/event-places-table";
import { eventCells } from "../domain/tables/events-table";
import { groupCells } from "../domain/tables/groups-table";
import { importedRowCells } from "../domain/tables/imported-rows-table";
import type { IncidentTable } from "../domain/tables/incident-tables";
import { incidentCells } from "../domain/tables/incidents-table";
import type { Cells } from "../domain/tables/table-column";
import { byIncident } from "./by-incident";
import { fromDateColumns } from "./date-columns";
import { isOneOf } from "./is-one-of";
import type { Db, Store } from "./store";
import { readVerifiedRows } from "./verified-version-reader";

/** An incident whose rows are read: by which id it is stored, and by which reference it is given out. */
export type NamedIncident = { id: string; ref: string };

/** The rows that some incidents have in a table, in the order of the incidents and each in its own. */
type Read = (store: Store, db: Db, incidents: readonly NamedIncident[]) => Promise<Cells[]>;

/** For each table of what an incident is made of, how its rows are read for a batch of incidents. */
export const INCIDENT_TABLE_READERS: Readonly<
  Record<IncidentTable | "verified_versions" | "imported_rows", Read>
> = {
  incidents: readIncidents,
  groups: readGroups,
  events: readEvents,
  event_places: readEventPlaces,
  event_groups: readEventGroups,
  claims: readClaims,
  verified_versions: readVerifiedRows,
  imported_rows: readImportedRows,
};

async function readIncidents(
  store: Store,
  db: Db,
  incidents: readonly NamedIncident[],
): Promise<Cells[]> {
  const { incident } = store.t;
  const rows = await db
    .select({
      id: incident.id,
      ref: incident.ref,
      title: incident.title,
      summary: incident.summary,
      reviewStatus: incident.reviewStatus,
      retractedReason: incident.retractedReason,
      mergedIntoId: incident.mergedIntoId,
      publication: incident.publication,
      createdAt: incident.createdAt,
      updatedAt: incident.updatedAt,
    })
    .from(incident)
    .where(isOneOf(store, incident.id, idsOf(incidents)));
  const merged = rows.flatMap(({ mergedIntoId }) => mergedIntoId ?? []);
  const refs = await readRefs(store, db, merged);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return incidents.flatMap(({ id }) => {
    const row = byId.get(id);
    return row
      ? [incidentCells({ ...row, mergedInto: refs.get(row.mergedIntoId ?? "") ?? null })]
      : [];
  });
}

async function readGroups(store: Store, db: Db, incidents: readonly NamedIncident[]) {
  const { peopleGroup } = store.t;
  const rows = await db
    .select()
    .from(peopleGroup)
    .where(isOneOf(store, peopleGroup.incidentId, idsOf(incidents)))
    .orderBy(asc(peopleGroup.position));
  return ofEach(incidents, rows, (ref, own) =>
    own.map((row, at) =>
      groupCells(
        ref,
        at + 1,
        { ...row, count: countOf(row), partOf: row.partOfId },
        { low: row.currentLow, best: row.currentBest, high: row.currentHigh },
      ),
    ),
  );
}

async function readEvents(store: Store, db: Db, incidents: readonly NamedIncident[]) {
  const { event, eventPlace } = store.t;
  const rows = await db
    .select()
    .from(event)
    .where(isOneOf(store, event.incidentId, idsOf(incidents)))
    .orderBy(asc(event.position));
  const places = byIncident(
    await db
      .select({
        incidentId: eventPlace.incidentId,
        eventId: eventPlace.eventId,
        locationId: eventPlace.locationId,
        current: eventPlace.current,
      })
      .from(eventPlace)
      .where(isOneOf(store, eventPlace.incidentId, idsOf(incidents)))
      .orderBy(asc(eventPlace.position)),
  );
  return ofEach(incidents, rows, (ref, own) =>
    own.map((row, at) => {
      const here = (places.get(row.incidentId) ?? []).filter(
        (place) => place.eventId === row.id && place.current,
      );
      return eventCells(
        ref,
        at + 1,
        { ...row, date: fromDateColumns(row) },
        {
          modality: row.currentModality,
          earliest: row.currentEarliest,
          latest: row.currentLatest,
          places: [...new Set(here.map(({ locationId }) => locationId))],
        },
      );
    }),
  );
}

async function readEventPlaces(store: Store, db: Db, incidents: readonly NamedIncident[]) {
  const { event, eventPlace: place } = store.t;
  const rows = await db
    .select({
      incidentId: place.incidentId,
      eventId: place.eventId,
      role: place.role,
      locationId: place.locationId,
      typed: place.typed,
    })
    .from(place)
    .innerJoin(event, and(eq(event.incidentId, place.incidentId), eq(event.id, place.eventId)))
    .where(isOneOf(store, place.incidentId, idsOf(incidents)))
    .orderBy(asc(event.position), asc(place.position));
  const typed = rows.filter((row) => row.typed);
  return ofEach(incidents, typed, (ref, own) =>
    numbered(own).map(([at, row]) => eventPlaceCells(ref, row.eventId, at, row)),
  );
}

async function readEventGroups(store: Store, db: Db, incidents: readonly NamedIncident[]) {
  const { event, eventGroup, peopleGroup } = store.t;
  const rows = await db
    .select({
      incidentId: eventGroup.incidentId,
      eventId: eventGroup.eventId,
      groupId: eventGroup.groupId,
      low: eventGroup.low,
      best: eventGroup.best,
      high: eventGroup.high,
    })
    .from(eventGroup)
    .innerJoin(
      event,
      and(eq(event.incidentId, eventGroup.incidentId), eq(event.id, eventGroup.eventId)),
    )
    .innerJoin(
      peopleGroup,
      and(
        eq(peopleGroup.incidentId, eventGroup.incidentId),
        eq(peopleGroup.id, eventGroup.groupId),
      ),
    )
    .where(isOneOf(store, eventGroup.incidentId, idsOf(incidents)))
    .orderBy(asc(event.position), asc(peopleGroup.position));
  return ofEach(incidents, rows, (ref, own) =>
    numbered(own).map(([at, { eventId, groupId, ...count }]) =>
      eventGroupCells(ref, eventId, at, { groupId, count: countOf(count) }),
    ),
  );
}

async function readClaims(store: Store, db: Db, incidents: readonly NamedIncident[]) {
  const { claim, source } = store.t;
  const rows = await db
    .select({ claim, ref: source.ref })
    .from(claim)
    .innerJoin(source, eq(source.id, claim.sourceId))
    .where(isOneOf(store, claim.incidentId, idsOf(incidents)))
    .orderBy(asc(claim.position));
  const flat = rows.map(({ claim: row, ref }) => ({ ...row, sourceRef: ref }));
  return ofEach(incidents, flat, (ref, own) =>
    own.map((row, at) =>
      claimCells(ref, at + 1, {
        ...row,
        sourceId: row.sourceRef,
        count: row.field === "count" ? countOf(row) : null,
        date: fromDateColumns(row),
        place:
          row.placeRole === null || row.locationId === null
            ? null
            : { role: row.placeRole, locationId: row.locationId },
        credibility: row.credibility as Claim["credibility"],
      }),
    ),
  );
}

async function readImportedRows(store: Store, db: Db, incidents: readonly NamedIncident[]) {
  const { importedRow } = store.t;
  const rows = await db
    .select()
    .from(importedRow)
    .where(isOneOf(store, importedRow.incidentId, idsOf(incidents)))
    .orderBy(asc(importedRow.importId), asc(importedRow.file), asc(importedRow.line));
  return ofEach(incidents, rows, (incident, own) =>
    own.map((row) => importedRowCells({ ...row, incident, import: row.importId })),
  );
}

/** The references of incidents by their ids; those that the store does not show are absent. */
export async function readRefs(
  store: Store,
  db: Db,
  ids: Iterable<string>,
): Promise<Map<string, string>> {
  const { incident } = store.t;
  const wanted = [...ids];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ id: incident.id, ref: incident.ref })
    .from(incident)
    .where(isOneOf(store, incident.id, wanted));
  return new Map(rows.map(({ id, ref }) => [id, ref]));
}

function idsOf(incidents: readonly NamedIncident[]): string[] {
  return incidents.map(({ id }) => id);
}

function ofEach<Row extends { incidentId: string }>(
  incidents: readonly NamedIncident[],
  rows: readonly Row[],
  toCells: (ref: string, own: readonly Row[]) => Cells[],
): Cells[] {
  const found = byIncident(rows);
  return incidents.flatMap(({ id, ref }) => toCells(ref, found.get(id) ?? []));
}

/** The rows, each with its place among those of its event, from 1. */
function numbered<Row extends { eventId: string }>(rows: readonly Row[]): [number, Row][] {
  const counts = new Map<string, number>();
  return rows.map((row) => {
    const at = (counts.get(row.eventId) ?? 0) + 1;
    counts.set(row.eventId, at);
    return [at, row];
  });
}

function countOf({ low, best, high }: CountRange): CountRange {
  return { low, best, high };
}
