import { and, eq, sql } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import type { FoundIncidents } from "../../domain/found-incidents";
import { type IncidentFilter, serializeIncidentFilter } from "../../domain/incident-filter";
import { numbersInOrder } from "../../domain/incident-index/page-of";
import type { Location } from "../../domain/location";
import { askMatching } from "../ask-matching";
import { authoriseReading } from "../authorise-reading";
import { countFound } from "../count-found";
import { isCounted } from "../counted-incidents";
import { isOneOf } from "../is-one-of";
import { readLocations } from "../read-locations";
import type { Store } from "../store";
import { atOneMoment } from "../store-index";

/** A place, and how many of the incidents asked for have an event right there, whatever its modality. */
export type TouchedLocation = { location: Location; incidents: number };

/**
 * The places where the events of a filter's incidents happened or are said to, by their ids, after that of `after`, at
 * most `limit`, all of one moment. `last`: the last of these, null where none comes after it.
 */
export async function listTouchedLocations(
  store: Store,
  actor: Actor,
  { filter, after, limit }: { filter: IncidentFilter; after: string | null; limit: number },
): Promise<{ rows: TouchedLocation[]; last: string | null; found: FoundIncidents }> {
  authoriseReading(store, actor, "incident.export");
  return atOneMoment(store, async (moment) => {
    const { db } = moment;
    const { eventPlace, incident, incidentEntry } = store.t;
    const isAll = serializeIncidentFilter(filter).toString() === "";
    // Of all incidents their numbers need not be sent.
    const numbers = isAll
      ? []
      : await askMatching(store, moment, filter, null, (index, matching) =>
          numbersInOrder(index, matching, index.order),
        );
    const counted = await db
      .select({
        id: eventPlace.locationId,
        incidents: sql<number>`count(distinct ${eventPlace.incidentId})`.mapWith(Number),
      })
      .from(eventPlace)
      .innerJoin(incident, eq(incident.id, eventPlace.incidentId))
      .innerJoin(incidentEntry, eq(incidentEntry.incidentId, incident.id))
      .where(
        and(
          eq(eventPlace.current, true),
          isAll ? isCounted(store) : isOneOf(store, incidentEntry.number, numbers),
        ),
      )
      .groupBy(eventPlace.locationId);
    const behind = counted
      .filter(({ id }) => after === null || id > after)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const shown = behind.slice(0, limit);
    const places = await readLocations(
      store,
      db,
      shown.map(({ id }) => id),
    );
    return {
      rows: shown.map(({ id, incidents }) => ({ location: places[id]!, incidents })),
      last: behind.length > limit ? shown.at(-1)!.id : null,
      found: await countFound(store, moment, filter),
    };
  });
}
