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

/**
 * The same without instants and in one order, so that two stores that hold the same compare as equal
 * whenever and however they were written.
 */
export function withoutTimes(contents: StoreContents): StoreContents {
  return Object.fromEntries(
    Object.entries(contents).map(([name, rows]) => [
      name,
      rows
        .map((row) =>
          Object.fromEntries(
            Object.entries(row)
              .filter(([column]) => !INSTANT.test(column))
              .sort(([a], [b]) => (a < b ? -1 : 1)),
          ),
        )
        .map((row) => ({ row, key: JSON.stringify(row) }))
        .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
        .map(({ row }) => row),
    ]),
  );
}

/** The columns of the schema that hold an instant are named so, and no others. */
export const INSTANT = /(At|Until|Expires)$|^(at|since)$/;
