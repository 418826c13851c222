import type { SQL } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  blob,
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
import { inCodes, type JsonText, jsonText } from "./kit-shared";

const oneOf = (name: string, column: AnySQLiteColumn, codes: readonly (string | number)[]) =>
  check(name, inCodes(column, codes));

/** The column kit for SQLite: every table of the schema is built from these and nothing else. */
export const sqliteKit = {
  table: sqliteTable,
  text: () => text(),
  code: <T extends string>() => text().$type<T>(),
  int: () => integer(),
  real: () => real(),
  bytes: () => blob({ mode: "buffer" }),
  bool: () => integer({ mode: "boolean" }).notNull(),
  json: <T>() => customType<JsonText<T>>(jsonText<T>())().notNull(),
  /** The same where there may be nothing. */
  optionalJson: <T>() => customType<JsonText<T>>(jsonText<T>())(),
  /** Milliseconds since 1970, UTC. */
  instant: () => integer(),
  /** The same, as a `Date`: what the accounts library works with. */
  moment: () => integer({ mode: "timestamp_ms" }),
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
  check: (name: string, rule: SQL) => check(name, rule),
  oneOf,
};
export type Kit = typeof sqliteKit;
