import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  customType,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { Kit } from "./kit.sqlite";

function json<T>() {
  return customType<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => JSON.parse(value) as T,
  })().notNull();
}

function oneOf(name: string, column: AnyPgColumn, codes: readonly (string | number)[]) {
  const list = codes.map((code) => (typeof code === "number" ? `${code}` : `'${code}'`)).join(", ");
  return check(name, sql`${column} in (${sql.raw(list)})`);
}

/** The column kit for PostgreSQL, typed as the one for SQLite: query code has one static type. */
export const postgresKit = {
  table: pgTable,
  text: () => text(),
  code: () => text(),
  int: () => integer(),
  real: () => doublePrecision(),
  bool: () => boolean().notNull(),
  json,
  instant: () => bigint({ mode: "number" }),
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
  check: (name: string, rule: SQL) => check(name, rule),
  oneOf,
} as unknown as Kit;
