import { setImmediate } from "node:timers/promises";
import type { Actor } from "../../domain/actor";
import type { IncidentFilter } from "../../domain/incident-filter";
import type { IncidentRow } from "../../domain/incident-row";
import type { IncidentSort } from "../../domain/incident-sort";
import { authoriseReading } from "../authorise-reading";
import { incidentWhere } from "../incident-conditions";
import { incidentOrder } from "../incident-order";
import { readIncidentRows } from "../read-incident-rows";
import type { Store } from "../store";

/**
 * All incidents a filter asks for, in the order of the list, with citations, in batches of at most `batch` rows.
 * All of one moment: nothing written meanwhile is seen, and no writer waits. Only ids are held at once.
 * The moment is that of the first batch; whoever stops early must `return()` the generator, which ends it.
 */
export async function* exportIncidents(
  store: Store,
  actor: Actor,
  { filter, sort, batch = 500 }: { filter: IncidentFilter; sort: IncidentSort; batch?: number },
): AsyncGenerator<IncidentRow[], void, undefined> {
  authoriseReading(store, actor, "incident.export");
  const { incident } = store.t;
  const { db, close } = await store.openSnapshot();
  try {
    const found = await db
      .select({ id: incident.id })
      .from(incident)
      .where(incidentWhere(store, filter))
      .orderBy(...incidentOrder(store, sort));
    const ids = found.map(({ id }) => id);
    for (let at = 0; at < ids.length; at += batch) {
      yield await readIncidentRows(store, db, ids.slice(at, at + batch), { citations: true });
      // SQLite answers at once: without this a long export would let nobody else be served.
      await setImmediate();
    }
  } finally {
    await close();
  }
}
