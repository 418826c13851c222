import { and, eq, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { IncidentIndex } from "../domain/incident-index/incident-index";
import { slotOfNumber } from "../domain/incident-index/incident-index";
import type { IncidentSort, SortKey } from "../domain/incident-sort";
import { isStorable } from "../domain/text";
import { incidentOrder, sortValues } from "./incident-order";
import type { Db, Store } from "./store";
import type { Moment } from "./store-index";

/** Where an incident stands in a list: what it has of each thing the list is sorted by, and its id. */
export type ListPosition = readonly (string | number | null)[];

const TEXTS: readonly SortKey[] = [
  "reference",
  "date",
  "title",
  "provinces",
  "roles",
  "nationality",
  "types",
];
const MAX_INT = 2 ** 31 - 1;

/** Whether these values can be a position in a list of that order. */
export function isListPosition(
  store: Store,
  { key }: IncidentSort,
  values: readonly unknown[],
): values is ListPosition {
  const most = key === "updated" ? Number.MAX_SAFE_INTEGER : MAX_INT;
  const fits = (value: unknown) =>
    value === null ||
    (TEXTS.includes(key)
      ? typeof value === "string" && isStorable(value)
      : Number.isSafeInteger(value) && Math.abs(value as number) <= most);
  const id = values.at(-1);
  return (
    values.length === sortValues(store, key).length + 1 &&
    values.slice(0, -1).every(fits) &&
    typeof id === "string" &&
    isStorable(id)
  );
}

/** Where the incident of a number stands. */
export async function positionOfNumber(
  store: Store,
  db: Db,
  { key }: IncidentSort,
  number: number,
): Promise<ListPosition> {
  const [found] = await readPositions(store, db, key, eq(store.t.incidentEntry.number, number));
  return found!.position;
}

/**
 * From where in the order of a list on the incidents come after a position, be what stood there still there or not.
 * `isThere`: it is, right before that.
 */
export async function startAfter(
  store: Store,
  moment: Moment,
  { sort, order, position }: { sort: IncidentSort; order: Uint32Array; position: ListPosition },
): Promise<{ start: number; isThere: boolean }> {
  const { db } = moment;
  const place = (number: number) =>
    moment.ask((index: IncidentIndex) => order.indexOf(slotOfNumber(index, number) ?? -1));
  const id = position.at(-1) as string;
  const [same] = await readPositions(store, db, sort.key, eq(store.t.incident.id, id));
  if (same && JSON.stringify(same.position) === JSON.stringify(position))
    return { start: place(same.number) + 1, isThere: true };
  const next = await firstAfter(store, db, sort, position);
  return { start: next === null ? order.length : place(next), isThere: false };
}

async function readPositions(store: Store, db: Db, key: SortKey, where: SQL) {
  const { incident, incidentEntry } = store.t;
  const [first, second] = sortValues(store, key);
  const read = (value: SQLWrapper) =>
    TEXTS.includes(key)
      ? sql<string | null>`${value}`
      : sql<number | null>`${value}`.mapWith(Number);
  const rows = await db
    .select({
      number: incidentEntry.number,
      id: incident.id,
      first: read(first!),
      second: second ? read(second) : sql<null>`null`,
    })
    .from(incidentEntry)
    .innerJoin(incident, eq(incident.id, incidentEntry.incidentId))
    .where(and(where, sql`${incidentEntry.facts} <> ''`));
  return rows.map(({ number, id, ...values }) => ({
    number,
    position: second ? [values.first, values.second, id] : [values.first, id],
  }));
}

async function firstAfter(
  store: Store,
  db: Db,
  sort: IncidentSort,
  position: ListPosition,
): Promise<number | null> {
  const { incident, incidentEntry } = store.t;
  const columns = [...sortValues(store, sort.key), incident.id];
  const isBehind = columns.map((column, at) =>
    and(
      ...columns.slice(0, at).map((before, n) => isSame(before, position[n]!)),
      comesAfter(column, position[at]!, sort.descending),
    ),
  );
  const [found] = await db
    .select({ number: incidentEntry.number })
    .from(incidentEntry)
    .innerJoin(incident, eq(incident.id, incidentEntry.incidentId))
    .where(and(or(...isBehind), sql`${incidentEntry.facts} <> ''`))
    .orderBy(...incidentOrder(store, sort))
    .limit(1);
  return found?.number ?? null;
}

function isSame(column: SQLWrapper, value: string | number | null): SQL {
  return value === null ? sql`${column} is null` : sql`${column} = ${value}`;
}

/** Unknown values come last whichever way, and nothing comes after them. */
function comesAfter(column: SQLWrapper, value: string | number | null, descending: boolean): SQL {
  if (value === null) return sql`1 = 0`;
  const sign = sql.raw(descending ? "<" : ">");
  return sql`(${column} ${sign} ${value} or ${column} is null)`;
}
