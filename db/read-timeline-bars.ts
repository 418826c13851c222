import { inArray } from "drizzle-orm";
import type { Headline } from "../domain/headline-type";
import type { IncidentRow } from "../domain/incident-row";
import { certainDays, expectedDays, extentIn, type TimelineBar } from "../domain/timeline-chart";
import type { TimelineWindow } from "../domain/timeline-window";
import type { EventType } from "../domain/vocabulary";
import { inChunks } from "./in-chunks";
import { readIncidentRows } from "./read-incident-rows";
import type { Db, Store } from "./store";

/**
 * The bars of dates of incidents, in their order, each in row 0. `eventId`: whose date it is; null = the headline's.
 * Null in place of one that lies wholly outside the window.
 */
export async function readTimelineBars(
  store: Store,
  db: Db,
  dates: readonly { id: string; eventId: string | null }[],
  window: TimelineWindow,
): Promise<(TimelineBar | null)[]> {
  const ids = [...new Set(dates.map(({ id }) => id))];
  const rows = await readIncidentRows(store, db, ids);
  const types = await eventTypes(store, db, ids);
  const byId = new Map(rows.map((row, at) => [ids[at]!, row]));
  return dates.map(({ id, eventId }) =>
    barOf(byId.get(id)!, { eventId, types: types.get(id) ?? new Map(), window }),
  );
}

type Types = ReadonlyMap<string, EventType>;

async function eventTypes(store: Store, db: Db, ids: string[]): Promise<Map<string, Types>> {
  const { event } = store.t;
  const rows = await inChunks(ids, (chunk) =>
    db
      .select({ incidentId: event.incidentId, id: event.id, type: event.type })
      .from(event)
      .where(inArray(event.incidentId, chunk)),
  );
  const types = new Map<string, Map<string, EventType>>();
  for (const { incidentId, id, type } of rows)
    types.set(incidentId, (types.get(incidentId) ?? new Map<string, EventType>()).set(id, type));
  return types;
}

type Where = { eventId: string | null; types: Types; window: TimelineWindow };

function barOf(
  { ref, title, reviewStatus, headline, placeNames }: IncidentRow,
  { eventId, types, window }: Where,
): TimelineBar | null {
  const event = eventId === null ? null : headline.events[eventId]!;
  const date = event === null ? headline.date : event.date;
  const possible = date && extentIn(date, window);
  if (date === null || possible === null) return null;
  const certain = certainDays(date);
  const isAnticipated = event?.modality === "anticipated";
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
    known: certain === null || isAnticipated ? null : extentIn(certain, window),
    expected: ahead && extentIn(ahead, window),
    isAnticipated,
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
