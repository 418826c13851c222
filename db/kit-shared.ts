import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

export type JsonText<T> = { data: T; driverData: string };

/** JSON kept as text, so that both engines give back exactly what was written. */
export function jsonText<T>() {
  return {
    dataType: () => "text",
    toDriver: (value: T) => JSON.stringify(value),
    fromDriver: (value: string) => JSON.parse(value) as T,
  };
}

/** A `Date` kept as milliseconds since 1970, UTC: what the accounts library works with. */
export function momentNumber() {
  return {
    dataType: () => "bigint",
    toDriver: (value: Date) => value.getTime(),
    fromDriver: (value: number | string) => new Date(Number(value)),
  };
}

/** That the column holds one of the codes, which are our own constants and never input. */
export function inCodes(column: SQLWrapper, codes: readonly (string | number)[]): SQL {
  const list = codes.map((code) => (typeof code === "number" ? `${code}` : `'${code}'`)).join(", ");
  return sql`${column} in (${sql.raw(list)})`;
}
