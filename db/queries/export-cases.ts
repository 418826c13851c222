import { setImmediate } from "node:timers/promises";
import { eq } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import type { IncidentFilter } from "../../domain/incident-filter";
import type { IncidentSort } from "../../domain/incident-sort";
import type { IncidentView } from "../../domain/incident-view";
import { authoriseReading } from "../authorise-reading";
import { openExport } from "../open-export";
import { readIncidentView } from "../read-incident-view";
import type { Db, Store } from "../store";

/**
 * Everything of all incidents a filter asks for, in the order of the list, one after the other. `total`: how many
 * there are. By the rules of `openExport`: whoever opened it must close it.
 */
export async function exportCases(
  store: Store,
  actor: Actor,
  { filter, sort }: { filter: IncidentFilter; sort: IncidentSort },
): Promise<{
  total: number;
  cases: AsyncGenerator<IncidentView, void, undefined>;
  close(): Promise<void>;
}> {
  authoriseReading(store, actor, "incident.export");
  const { db, total, batches, close } = await openExport(store, { filter, sort });
  async function* cases() {
    for await (const ids of batches())
      for (const id of ids) {
        const view = await readById(store, db, id);
        if (view !== null) yield view;
        // One by one: for each the database is asked many times.
        await setImmediate();
      }
  }
  return { total, cases: cases(), close };
}

async function readById(store: Store, db: Db, id: string): Promise<IncidentView | null> {
  const { incident } = store.t;
  const [row] = await db.select().from(incident).where(eq(incident.id, id));
  return row ? readIncidentView(store, db, row) : null;
}
