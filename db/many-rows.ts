import type Database from "better-sqlite3";
import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { writeInChunks } from "./in-chunks";
import type { Tables } from "./schema";
import type { Db, Store } from "./store";

export type TableRow<Name extends keyof Tables> = Tables[Name]["$inferInsert"];
type AnyRow = TableRow<keyof Tables>;

/** Rows to be written in one transaction; an absent column is null, so one that has a default must be given. */
export type ManyRows = {
  add<Name extends keyof Tables>(table: Name, rows: readonly TableRow<Name>[]): void;
  /** Writes what was added since. A row that points to another comes after it: tables are added to in that order. */
  write(): Promise<void>;
};

/**
 * For writing very many rows: table by table, past the query builder, which would take longer than the database.
 * `once`: tables of which a row is left out where there is one with the same key. `between`: awaited after each table.
 */
export function manyRows(
  store: Store,
  db: Db,
  {
    once = [],
    between,
  }: { once?: readonly (keyof Tables)[]; between?: () => Promise<unknown> } = {},
): ManyRows {
  const added = new Map<keyof Tables, AnyRow[]>();
  const writers = new Map<keyof Tables, (rows: AnyRow[]) => PromiseLike<unknown>>();
  return {
    add(name, rows) {
      const all = added.get(name) ?? [];
      all.push(...rows);
      added.set(name, all);
    },
    async write() {
      for (const [name, rows] of added) {
        if (rows.length === 0) continue;
        const writerOf = store.dialect === "sqlite" ? oneByOne : byTheThousand;
        const write = writers.get(name) ?? writerOf(store, db, name, once.includes(name));
        writers.set(name, write);
        await write(rows);
        rows.length = 0;
        await between?.();
      }
    },
  };
}

/** A thousand rows with one statement and one parameter, which PostgreSQL takes apart by the columns of the table. */
function byTheThousand(store: Store, db: Db, name: keyof Tables, isOnce: boolean) {
  const table = store.t[name];
  const columns = encodersOf(table).map(({ key, encode }) => ({
    name: toSnakeCase(key),
    key,
    encode,
  }));
  const unlessThere = isOnce ? sql` on conflict do nothing` : sql``;
  const { execute } = db as unknown as { execute(statement: SQL): Promise<unknown> };
  return (rows: AnyRow[]) =>
    writeInChunks(rows, 20, (chunk) => {
      const records = (chunk as Record<string, unknown>[]).map((row) =>
        Object.fromEntries(columns.map(({ name, key, encode }) => [name, encode(row[key])])),
      );
      const json = JSON.stringify(records);
      return execute.call(
        db,
        sql`insert into ${table} select * from json_populate_recordset(null::${table}, ${json}::json)${unlessThere}`,
      );
    });
}

/** Every row with one statement, prepared once. */
function oneByOne(store: Store, db: Db, name: keyof Tables, isOnce: boolean) {
  const table = store.t[name];
  const columns = encodersOf(table);
  const anyRow = Object.fromEntries(columns.map(({ key }) => [key, sql.placeholder(key)]));
  const insert = db.insert(table).values(anyRow as unknown as TableRow<typeof name>);
  const { sql: text } = (isOnce ? insert.onConflictDoNothing() : insert).toSQL();
  const statement = (db as Db & { $client: Database.Database }).$client.prepare(text);
  const values: unknown[] = new Array(columns.length);
  return async (rows: AnyRow[]) => {
    for (const row of rows as Record<string, unknown>[]) {
      for (let n = 0; n < columns.length; n++) values[n] = columns[n]!.encode(row[columns[n]!.key]);
      statement.run(values);
    }
  };
}

/** The columns of a table by their keys, each with what makes a value one of the database's own. */
function encodersOf(table: Tables[keyof Tables]) {
  return Object.entries(getTableColumns(table)).map(([key, column]) => {
    const isPlain = column.dataType === "number" || column.dataType === "string";
    const encode = isPlain
      ? (value: unknown) => value ?? null
      : (value: unknown) => (value == null ? null : column.mapToDriverValue(value));
    return { key, encode };
  });
}
