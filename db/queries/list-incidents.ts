import { count, type SQL, sum } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import type { CountRange } from "../../domain/count-range";
import type { IncidentFilter } from "../../domain/incident-filter";
import type { IncidentPage } from "../../domain/incident-page";
import type { IncidentRow } from "../../domain/incident-row";
import type { IncidentSort } from "../../domain/incident-sort";
import { authoriseReading } from "../authorise-reading";
import { incidentWhere, undatedWhere } from "../incident-conditions";
import { incidentOrder } from "../incident-order";
import { readIncidentRows } from "../read-incident-rows";
import type { Db, Store } from "../store";

/**
 * One page of a list, and what its heading counts.
 * `total`: incidents the filter matches, dates as it asks for them. `certain`, `possible`: how many there are with
 * the one and with the other reading of its dates; the possible ones include the certain ones, and without dates
 * both are the total. `undated`: incidents left out only because their date is unknown; 0 without dates.
 * `retracted`: incidents left out only because they were retracted; 0 where the filter asks for a review status.
 * `persons`: three sums over all that match, by the rules of `sumCounts`.
 */
export type IncidentList = {
  rows: IncidentRow[];
  total: number;
  certain: number;
  possible: number;
  undated: number;
  retracted: number;
  persons: CountRange;
};

/** A page of the incidents a filter asks for, all of one moment. A page beyond the last has no rows. */
export async function listIncidents(
  store: Store,
  actor: Actor,
  { filter, sort, page }: { filter: IncidentFilter; sort: IncidentSort; page: IncidentPage },
): Promise<IncidentList> {
  authoriseReading(store, actor, "incident.read");
  const { incident } = store.t;
  return store.snapshot(async (db) => {
    const { total, persons } = await totals(store, db, incidentWhere(store, filter));
    const ids = await db
      .select({ id: incident.id })
      .from(incident)
      .where(incidentWhere(store, filter))
      .orderBy(...incidentOrder(store, sort))
      .limit(page.size)
      .offset((page.page - 1) * page.size);
    return {
      rows: await readIncidentRows(
        store,
        db,
        ids.map(({ id }) => id),
      ),
      total,
      persons,
      ...(await dateCounts(store, db, filter, total)),
      retracted: filter.review.length > 0 ? 0 : await countRetracted(store, db, filter),
    };
  });
}

async function totals(store: Store, db: Db, where: SQL) {
  const { incident } = store.t;
  const whole = (value: SQL<string | null>): SQL<number | null> => value.mapWith(Number);
  const [row] = await db
    .select({
      total: count(),
      low: whole(sum(incident.personsLow)),
      best: whole(sum(incident.personsBest)),
      high: whole(sum(incident.personsHigh)),
      knownBest: count(incident.personsBest),
      knownHigh: count(incident.personsHigh),
    })
    .from(incident)
    .where(where);
  const { total, low, best, high, knownBest, knownHigh } = row!;
  return {
    total,
    persons: {
      low,
      best: knownBest === total ? best : null,
      high: knownHigh === total ? high : null,
    },
  };
}

async function countRetracted(store: Store, db: Db, filter: IncidentFilter): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(store.t.incident)
    .where(incidentWhere(store, { ...filter, review: ["retracted"] }));
  return row!.n;
}

async function dateCounts(store: Store, db: Db, filter: IncidentFilter, total: number) {
  if (filter.from === null && filter.to === null)
    return { certain: total, possible: total, undated: 0 };
  const { incident } = store.t;
  const countOf = async (where: SQL) => {
    const [row] = await db.select({ n: count() }).from(incident).where(where);
    return row!.n;
  };
  const read = (dates: IncidentFilter["dates"]) =>
    filter.dates === dates ? total : countOf(incidentWhere(store, { ...filter, dates }));
  return {
    certain: await read("certain"),
    possible: await read("possible"),
    undated: await countOf(undatedWhere(store, filter)),
  };
}
