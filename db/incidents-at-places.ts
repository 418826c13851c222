import { and, eq, type SQL, sql } from "drizzle-orm";
import { isCounted } from "./counted-incidents";
import type { Store } from "./store";

/**
 * A subquery `(place_id, incidents)`: for every place of an event, and every place around it, how many of the
 * counted incidents have a current place of an event there, whatever its modality: as many as a filter by it finds.
 */
export function incidentsPerPlace(store: Store): SQL {
  const { location } = store.t;
  return sql`(with recursive touched(place_id, incident_id) as (
    ${placesOfEvents(store)}
    union
    select ${location.parentId}, touched.incident_id from touched
    join ${location} on ${location.id} = touched.place_id where ${location.parentId} is not null
  ) select place_id, count(*) as incidents from touched group by place_id)`;
}

/** True for incidents that have a current place of an event at the place or anywhere inside it. */
export function happenedIn(store: Store, locationId: string): SQL {
  const { location, incident } = store.t;
  return sql`${incident.id} in (with recursive inside(id) as (
    select ${location.id} from ${location} where ${eq(location.id, locationId)}
    union
    select ${location.id} from ${location} join inside on ${location.parentId} = inside.id
  ) select incident_id from (${placesOfEvents(store)}) as touched
    where place_id in (select id from inside))`;
}

function placesOfEvents(store: Store): SQL {
  const { eventPlace, incident } = store.t;
  return sql`select ${eventPlace.locationId} as place_id, ${eventPlace.incidentId} as incident_id
    from ${eventPlace}
    join ${incident} on ${eq(incident.id, eventPlace.incidentId)}
    where ${and(eq(eventPlace.current, true), isCounted(store))}`;
}
