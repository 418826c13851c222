import { eq, sql } from "drizzle-orm";
import { dateOrder, slotsOf } from "../domain/incident-index/page-of";
import { type IncidentSort, serializeIncidentSort } from "../domain/incident-sort";
import { incidentOrder } from "./incident-order";
import type { Db, Store } from "./store";
import type { Moment } from "./store-index";

/** The slots of all incidents in the order of a list. */
export async function listOrder(
  store: Store,
  moment: Moment,
  sort: IncidentSort,
): Promise<Uint32Array> {
  if (sort.key === "date") return moment.ask((index) => dateOrder(index, sort.descending));
  const key = `order ${serializeIncidentSort(sort)}`;
  const numbers = moment.knows(key) ? [] : await readOrder(store, moment.db, sort);
  return moment.ask((index) => slotsOf(index, numbers), key);
}

async function readOrder(store: Store, db: Db, sort: IncidentSort): Promise<number[]> {
  const { incident, incidentEntry } = store.t;
  const order = sql.join(incidentOrder(store, sort), sql`, `);
  const [found] = await db
    .select({
      all: sql<
        string | null
      >`string_agg(cast(${incidentEntry.number} as text), ' ' order by ${order})`,
    })
    .from(incidentEntry)
    .innerJoin(incident, eq(incident.id, incidentEntry.incidentId))
    .where(sql`${incidentEntry.facts} <> ''`);
  return found?.all ? found.all.split(" ").map(Number) : [];
}
