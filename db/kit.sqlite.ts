import { type SQL, sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  check,
  customType,
  foreignKey,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";

/** JSON kept as text, so that both engines give back exactly what was written. */
function json<T>() {
  return customType<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => JSON.parse(value) as T,
  })().notNull();
}

/** A check that the column holds one of the codes; codes are our own constants, never input. */
function oneOf(name: string, column: AnySQLiteColumn, codes: readonly (string | number)[]) {
  const list = codes.map((code) => (typeof code === "number" ? `${code}` : `'${code}'`)).join(", ");
  return check(name, sql`${column} in (${sql.raw(list)})`);
}

/** The column kit for SQLite: every table of the schema is built from these and nothing else. */
export const sqliteKit = {
  table: sqliteTable,
  text: () => text(),
  code: <T extends string>() => text().$type<T>(),
  int: () => integer(),
  real: () => real(),
  bool: () => integer({ mode: "boolean" }).notNull(),
  json,
  /** Milliseconds since 1970, UTC. */
  instant: () => integer(),
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
  check: (name: string, rule: SQL) => check(name, rule),
  oneOf,
};
export type Kit = typeof sqliteKit;
