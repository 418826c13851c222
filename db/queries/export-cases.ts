import { setImmediate } from "node:timers/promises";
import { eq } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import type { IncidentFilter } from "../../domain/incident-filter";
import { numbersInOrder } from "../../domain/incident-index/page-of";
import type { IncidentSort } from "../../domain/incident-sort";
import type { IncidentView } from "../../domain/incident-view";
import { askMatching } from "../ask-matching";
import { authoriseReading } from "../authorise-reading";
import { idReader } from "../ids-of-numbers";
import { listOrder } from "../list-order";
import { readIncidentView } from "../read-incident-view";
import type { Db, Store } from "../store";
import { openMoment } from "../store-index";

/**
 * Everything of all incidents a filter asks for, in the order of the list, one after the other. `total`: how many
 * there are. All of one moment: nothing written meanwhile is seen, and no writer waits. Only numbers are held at once.
 * Whoever stops early must `return()` the generator of `cases`, which ends the moment; before it is begun, `stop()`.
 */
export async function exportCases(
  store: Store,
  actor: Actor,
  { filter, sort }: { filter: IncidentFilter; sort: IncidentSort },
): Promise<{
  total: number;
  cases: AsyncGenerator<IncidentView, void, undefined>;
  stop(): Promise<void>;
}> {
  authoriseReading(store, actor, "incident.export");
  const { found: numbers, snapshot } = await openMoment(store, async (moment) => {
    const order = await listOrder(store, moment, sort);
    return askMatching(store, moment, filter, null, (index, matching) =>
      numbersInOrder(index, matching, order),
    );
  });
  const { db } = snapshot;
  async function* cases() {
    try {
      const readIds = idReader(store, db);
      for (let at = 0; at < numbers.length; at += BATCH)
        for (const id of await readIds(numbers.slice(at, at + BATCH))) {
          const view = await readById(store, db, id);
          if (view !== null) yield view;
          // SQLite answers at once: without this a long export would let nobody else be served.
          await setImmediate();
        }
    } finally {
      await snapshot.close();
    }
  }
  return { total: numbers.length, cases: cases(), stop: () => snapshot.close() };
}

const BATCH = 100;

async function readById(store: Store, db: Db, id: string): Promise<IncidentView | null> {
  const { incident } = store.t;
  const [row] = await db.select().from(incident).where(eq(incident.id, id));
  return row ? readIncidentView(store, db, row) : null;
}
