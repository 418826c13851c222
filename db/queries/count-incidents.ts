import { count } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import type { IncidentFilter } from "../../domain/incident-filter";
import { authoriseReading } from "../authorise-reading";
import { incidentWhere } from "../incident-conditions";
import type { Store } from "../store";

/** How many incidents each of the filters matches, all at one moment, in their order. */
export async function countIncidents(
  store: Store,
  actor: Actor,
  filters: IncidentFilter[],
): Promise<number[]> {
  authoriseReading(store, actor, "incident.read");
  return store.snapshot(async (db) => {
    const counts: number[] = [];
    for (const filter of filters) {
      const [row] = await db
        .select({ n: count() })
        .from(store.t.incident)
        .where(incidentWhere(store, filter));
      counts.push(row!.n);
    }
    return counts;
  });
}
