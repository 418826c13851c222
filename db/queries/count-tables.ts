import { and, count, eq } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Actor } from "../../domain/actor";
import type { IncidentFilter } from "../../domain/incident-filter";
import { numbersInOrder } from "../../domain/incident-index/page-of";
import type { TableName } from "../../domain/tables/data-tables";
import { takesEverything } from "../../domain/takes-everything";
import { askMatching } from "../ask-matching";
import { authoriseReading } from "../authorise-reading";
import { idsOfNumbers } from "../ids-of-numbers";
import { isOneOf } from "../is-one-of";
import { listOrder } from "../list-order";
import type { Store } from "../store";
import { atOneMoment } from "../store-index";

/** Above this only the incidents are counted: to count all that they have would take as long as to give it out. */
const MAX_COUNTED = 2_000;

/**
 * How many incidents a filter finds, and how many rows the tables of what they are made of would have, as far as that
 * is quickly known: of more than 2,000 incidents it is not, nor of everything to those who get what was merged too.
 */
export async function countTables(
  store: Store,
  actor: Actor,
  filter: IncidentFilter,
): Promise<{ incidents: number; rows: Partial<Record<TableName, number>> }> {
  authoriseReading(store, actor, "incident.export");
  const { peopleGroup, event, eventGroup, eventPlace, claim } = store.t;
  return atOneMoment(store, async (moment) => {
    const order = await listOrder(store, moment, { key: "date", descending: true });
    const numbers = await askMatching(store, moment, filter, null, (index, matching) =>
      numbersInOrder(index, matching, order, { limit: MAX_COUNTED + 1 }),
    );
    const total = await askMatching(store, moment, filter, null, (_index, { total: all }) => all);
    const withMerged = store.profile === "internal" && takesEverything(filter);
    if (numbers.length > MAX_COUNTED || withMerged) return { incidents: total, rows: {} };
    const { db } = moment;
    const ids = await idsOfNumbers(store, db, numbers);
    const of = (column: AnySQLiteColumn) => isOneOf(store, column, ids);
    const rows = async (
      table: typeof claim | typeof event | typeof eventGroup | typeof peopleGroup,
    ) => {
      const [found] = await db.select({ rows: count() }).from(table).where(of(table.incidentId));
      return Number(found!.rows);
    };
    const [typed] = await db
      .select({ rows: count() })
      .from(eventPlace)
      .where(and(of(eventPlace.incidentId), eq(eventPlace.typed, true)));
    const made = {
      incidents: total,
      groups: await rows(peopleGroup),
      events: await rows(event),
      event_places: Number(typed!.rows),
      event_groups: await rows(eventGroup),
      claims: await rows(claim),
    };
    return { incidents: total, rows: made };
  });
}
