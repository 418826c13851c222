import type { Store } from "./store";

/** Every row of every table, by the tables' names; rows without order. */
export type StoreContents = Record<string, Record<string, unknown>[]>;

/** All that a store holds. */
export async function readContents(store: Store): Promise<StoreContents> {
  const contents: StoreContents = {};
  for (const [name, table] of Object.entries(store.t))
    contents[name] = await store.read.select().from(table as Store["t"]["incident"]);
  return contents;
}

/** The same without what only counts how often it was written. */
export function withoutCounters(contents: StoreContents): StoreContents {
  return mapRows(contents, (name, rows) =>
    rows
      .filter(({ key }) => !(name === "ledgerState" && /^entry_/.test(String(key))))
      .map((row) => pick(row, (column) => !COUNTER.test(`${name}.${column}`))),
  );
}

const COUNTER = /^incident(Entry|Text)\.(number|change)$/;

/**
 * The same without instants, counters and order, so that two stores that hold the same compare as equal
 * whenever and however they were written.
 */
export function withoutTimes(contents: StoreContents): StoreContents {
  return mapRows(withoutCounters(contents), (_name, rows) =>
    rows
      .map((row) => pick(row, (column) => !INSTANT.test(column)))
      .map((row) => ({ row, key: JSON.stringify(row) }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .map(({ row }) => row),
  );
}

/** The columns of the schema that hold an instant are named so, and no others. */
export const INSTANT = /(At|Until|Expires)$|^(at|since)$/;

type Row = StoreContents[string][number];

function mapRows(contents: StoreContents, change: (name: string, rows: Row[]) => Row[]) {
  return Object.fromEntries(
    Object.entries(contents).map(([name, rows]) => [name, change(name, rows)]),
  );
}

/** The columns that are kept, in the order of their names. */
function pick(row: Row, isKept: (column: string) => boolean): Row {
  const columns = Object.entries(row).filter(([column]) => isKept(column));
  return Object.fromEntries(columns.sort(([a], [b]) => (a < b ? -1 : 1)));
}
