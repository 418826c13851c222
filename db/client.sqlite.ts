import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { DomainError } from "../domain/errors";
import { sqliteKit } from "./kit.sqlite";
import { migrationsFolder, migrationTags } from "./migrations-folder";
import { define } from "./schema";
import type { Db, Snapshot, Store } from "./store";

const t = define(sqliteKit);

/** Settings every connection must have, as SQLite reads them back. FULL, or a power cut loses acknowledged writes. */
const SETTINGS = {
  journal_mode: "wal",
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 5000,
  trusted_schema: 0,
  cell_size_check: 1,
} as const;

/** Opens a SQLite file; `path` is relative to the working directory. */
export function openSqlite(path: string): Store {
  mkdirSync(dirname(path), { recursive: true });
  const writing = connect(path, false);
  const reading = connect(path, true);
  const idle: Database.Database[] = [];
  const write = drizzle(writing, { casing: "snake_case" });
  let lastWrite: Promise<unknown> = Promise.resolve();

  async function runAlone<T>(work: (db: Db) => Promise<T>): Promise<T> {
    writing.exec("begin immediate");
    try {
      const result = await work(write);
      writing.exec("commit");
      return result;
    } catch (error) {
      if (writing.inTransaction) writing.exec("rollback");
      throw error;
    }
  }

  function openSnapshot(): Snapshot {
    const connection = idle.pop() ?? connect(path, true);
    connection.exec("begin");
    let isOpen = true;
    return {
      db: drizzle(connection, { casing: "snake_case" }),
      async close() {
        if (!isOpen) return;
        isOpen = false;
        if (connection.inTransaction) connection.exec("rollback");
        if (idle.length < 4 && writing.open) idle.push(connection);
        else connection.close();
      },
    };
  }

  return {
    dialect: "sqlite",
    t,
    read: drizzle(reading, { casing: "snake_case" }),
    async snapshot(work) {
      const { db, close } = openSnapshot();
      try {
        return await work(db);
      } finally {
        await close();
      }
    },
    openSnapshot: async () => openSnapshot(),
    tx(work) {
      const result = lastWrite.then(
        () => runAlone(work),
        () => runAlone(work),
      );
      lastWrite = result.catch(() => undefined);
      return result;
    },
    containsAll: (column, words) =>
      sql`not exists (select 1 from json_each(${JSON.stringify(words)}) as word where instr(${column}, word.value) = 0)`,
    migrate: () => migrateSqlite(writing, write, path),
    async close() {
      await lastWrite;
      for (const connection of [...idle, reading, writing]) connection.close();
    },
  };
}

function connect(path: string, readonly: boolean): Database.Database {
  const connection = new Database(path, { readonly });
  for (const [name, value] of Object.entries(SETTINGS)) {
    // A read-only connection cannot switch the journal, only find it switched.
    if (!(readonly && name === "journal_mode")) connection.pragma(`${name} = ${value}`);
    const found = connection.pragma(name, { simple: true });
    if (found !== value) {
      connection.close();
      throw new DomainError("database.setting_refused", { name, value: String(found) });
    }
  }
  return connection;
}

async function migrateSqlite(
  connection: Database.Database,
  db: ReturnType<typeof drizzle>,
  path: string,
): Promise<number> {
  const table = "select count(*) from sqlite_schema where name = '__drizzle_migrations'";
  const done = connection.prepare(table).pluck().get()
    ? Number(connection.prepare("select count(*) from __drizzle_migrations").pluck().get())
    : 0;
  const pending = migrationTags("sqlite").slice(done);
  if (pending.length === 0) return 0;
  if (done > 0) await connection.backup(`${path}.before-${pending[0]}`);
  migrate(db, { migrationsFolder: migrationsFolder("sqlite") });
  return pending.length;
}
