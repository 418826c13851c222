import type { SQL } from "drizzle-orm";
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
import { inCodes, type JsonText, jsonText, momentNumber } from "./kit-shared";

const oneOf = (name: string, column: AnyPgColumn, codes: readonly (string | number)[]) =>
  check(name, inCodes(column, codes));

/** The column kit for PostgreSQL, typed as the one for SQLite: query code has one static type. */
export const postgresKit = {
  table: pgTable,
  text: () => text(),
  code: () => text(),
  int: () => integer(),
  real: () => doublePrecision(),
  bytes: () => customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" })(),
  bool: () => boolean().notNull(),
  json: <T>() => customType<JsonText<T>>(jsonText<T>())().notNull(),
  /** The same where there may be nothing. */
  optionalJson: <T>() => customType<JsonText<T>>(jsonText<T>())(),
  instant: () => bigint({ mode: "number" }),
  moment: () => customType<{ data: Date; driverData: number | string }>(momentNumber())(),
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
  check: (name: string, rule: SQL) => check(name, rule),
  oneOf,
} as unknown as Kit;
