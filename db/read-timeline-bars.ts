import { asc, inArray } from "drizzle-orm";
import type { Headline } from "../domain/headline-type";
import type { IncidentRow } from "../domain/incident-row";
import { certainDays, expectedDays, extentIn, type TimelineBar } from "../domain/timeline-chart";
import type { TimelineWindow } from "../domain/timeline-window";
import type { EventType } from "../domain/vocabulary";
import { idsOfNumbers } from "./ids-of-numbers";
import { inChunks } from "./in-chunks";
import { readIncidentRows } from "./read-incident-rows";
import type { Db, Store } from "./store";

/**
 * The bars of dates of incidents, in their order, each in row 0. `event`: the place of the event whose date it is among
 * those of the incident; null = the headline's. Null in place of one that lies wholly outside the window.
 */
export async function readTimelineBars(
  store: Store,
  db: Db,
  dates: readonly { number: number; event: number | null }[],
  window: TimelineWindow,
): Promise<(TimelineBar | null)[]> {
  const idOf = new Map<number, string>();
  const numbers = [...new Set(dates.map(({ number }) => number))];
  const ids = await idsOfNumbers(store, db, numbers);
  for (const [at, number] of numbers.entries()) idOf.set(number, ids[at]!);
  const rows = await readIncidentRows(store, db, ids);
  const wholes = await headlines(store, db, ids);
  const events = await eventTypes(store, db, ids);
  const byId = new Map(rows.map((row, at) => [ids[at]!, row]));
  return dates.map(({ number, event }) => {
    const id = idOf.get(number)!;
    const types = events.get(id) ?? new Map<string, EventType>();
    const eventId = event === null ? null : [...types.keys()][event]!;
    return barOf(byId.get(id)!, { headline: wholes.get(id)!, eventId, types, window });
  });
}

async function headlines(store: Store, db: Db, ids: string[]): Promise<Map<string, Headline>> {
  const { id, headline } = store.t.incident;
  const rows = await inChunks(ids, (chunk) =>
    db.select({ id, headline }).from(store.t.incident).where(inArray(id, chunk)),
  );
  return new Map(rows.map((row) => [row.id, row.headline]));
}

/** In the order in which the incident names its events. */
type Types = ReadonlyMap<string, EventType>;

async function eventTypes(store: Store, db: Db, ids: string[]): Promise<Map<string, Types>> {
  const { event } = store.t;
  const rows = await inChunks(ids, (chunk) =>
    db
      .select({ incidentId: event.incidentId, id: event.id, type: event.type })
      .from(event)
      .where(inArray(event.incidentId, chunk))
      .orderBy(asc(event.incidentId), asc(event.position)),
  );
  const types = new Map<string, Map<string, EventType>>();
  for (const { incidentId, id, type } of rows)
    types.set(incidentId, (types.get(incidentId) ?? new Map<string, EventType>()).set(id, type));
  return types;
}

type Where = { headline: Headline; eventId: string | null; types: Types; window: TimelineWindow };

function barOf(
  { ref, title, reviewStatus, placeNames }: IncidentRow,
  { headline, eventId, types, window }: Where,
): TimelineBar | null {
  const event = eventId === null ? null : headline.events[eventId]!;
  const date = event === null ? headline.date : event.date;
  const possible = date && extentIn(date, window);
  if (date === null || possible === null) return null;
  const certain = certainDays(date);
  const isReported = event === null || event.modality === "reported";
  const ahead = event === null ? expectedDays(headline, events(headline, types)) : null;
  const { provinces, countries } = headline;
  return {
    key: eventId === null ? ref : `${ref} ${eventId}`,
    ref,
    title,
    reviewStatus,
    headline: briefOf(headline),
    event: event && { type: types.get(eventId!)!, modality: event.modality },
    date,
    possible,
    known: certain === null || !isReported ? null : extentIn(certain, window),
    expected: ahead && extentIn(ahead, window),
    row: 0,
    places: (provinces.length > 0 ? provinces : countries).map(
      (place) => placeNames[place] ?? place,
    ),
  };
}

function events(headline: Headline, types: Types) {
  return Object.entries(headline.events).map(([id, { modality, date }]) => ({
    type: types.get(id)!,
    modality,
    date,
  }));
}

function briefOf(headline: Headline): TimelineBar["headline"] {
  const { date, persons, families, statuses, status, atRiskOf, lastNews, disagreement } = headline;
  return { date, persons, families, statuses, status, atRiskOf, lastNews, disagreement };
}
