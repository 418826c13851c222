import { type AnyColumn, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Store } from "./store";

/**
 * That a column is one of the values: one parameter, however many they are. A prepared query has a placeholder for
 * them, which `asList` fills.
 */
export function isOneOf(
  store: Pick<Store, "dialect">,
  column: AnyColumn,
  values: Iterable<string | number> | Placeholder,
): SQL {
  const list = Symbol.iterator in values ? sql.param(asList(store, values)) : values;
  return store.dialect === "postgres"
    ? sql`${column} = any(${list})`
    : sql`${column} in (select value from json_each(${list}))`;
}

/** The distinct values as one parameter. */
export function asList(
  { dialect }: Pick<Store, "dialect">,
  values: Iterable<string | number>,
): (string | number)[] | string {
  const distinct = [...new Set(values)];
  return dialect === "postgres" ? distinct : JSON.stringify(distinct);
}
