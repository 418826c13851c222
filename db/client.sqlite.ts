import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { DomainError } from "../domain/errors";
import type { SearchTerm } from "../domain/search-query";
import { keepIndex } from "./kept-index";
import { sqliteKit } from "./kit.sqlite";
import { migrationsFolder, migrationTags } from "./migrations-folder";
import type { Profile } from "./profile";
import { define } from "./schema";
import type { Db, Snapshot, Store } from "./store";
import { verifiedViews } from "./verified-views";

const t = define(sqliteKit);

/**
 * Settings every connection must have, as SQLite reads them back. FULL, or a power cut loses acknowledged writes;
 * secure_delete, or what is deleted stays legible in the file.
 */
const SETTINGS = {
  journal_mode: "wal",
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 5000,
  trusted_schema: 0,
  cell_size_check: 1,
  secure_delete: 1,
} as const;

const MAX_STATEMENTS = 100;

/** How many milliseconds emptying the journal waits for whoever reads from it. */
const READERS_TIMEOUT = 500;
const READERS_PAUSE = 10;

/** Opens a SQLite file; `path` is relative to the working directory. */
export function openSqlite(path: string, profile: Profile, readOnly: boolean): Store {
  const writer = readOnly ? refusingWriter() : openWriter(path);
  const open = () => {
    const connection = connect(path, true);
    if (profile === "verified") for (const view of verifiedViews(t, "main")) connection.exec(view);
    return connection;
  };
  const reading = open();
  // With their `db`, which keeps what every column is called.
  const idle: { connection: Database.Database; db: Db }[] = [];
  let isOpen = true;
  const closing = new AbortController();

  function openSnapshot(): Snapshot {
    const reader = idle.pop() ?? withDb(open());
    const { connection, db } = reader;
    connection.exec("begin");
    let isRunning = true;
    return {
      db,
      async close() {
        if (!isRunning) return;
        isRunning = false;
        if (connection.inTransaction) connection.exec("rollback");
        if (idle.length < 4 && isOpen) idle.push(reader);
        else connection.close();
      },
    };
  }

  return {
    dialect: "sqlite",
    profile,
    t,
    read: withDb(reading).db,
    async snapshot(work) {
      const { db, close } = openSnapshot();
      try {
        return await work(db);
      } finally {
        await close();
      }
    },
    openSnapshot: async () => openSnapshot(),
    tx: writer.tx,
    txIfFree: writer.txIfFree,
    kept: keepIndex(),
    searched(wanted, unwanted, among) {
      const match = [
        wanted.map((term) => `(${asFts(term)})`).join(" AND "),
        ...(unwanted.length > 0 ? [asFts(unwanted)] : []),
      ];
      const asked = match.map((part) => `(${part})`).join(" NOT ");
      // The index holds the words of restricted sources too; a view cannot stand before it.
      const allowed = profile === "verified" ? `{open_words} : (${asked})` : asked;
      const isAmong = among
        ? sql` and rowid in (select value from json_each(${JSON.stringify(among)}))`
        : sql``;
      return sql`select group_concat(rowid) as numbers from ${sql.raw("incident_search")} where ${sql.raw("incident_search")} match ${allowed}${isAmong}`;
    },
    // An index serves a range, and not what is like a pattern. Bytes are compared, and no letter is above the last.
    beginsWith: (column, text) =>
      sql`(${column} >= ${text} and ${column} < ${`${text}\u{10ffff}`})`,
    // Most rows lack the first word already, and need not be asked for every one of a list.
    containsAll: (column, words) =>
      sql`(instr(${column}, ${words[0] ?? ""}) > 0 and not exists (select 1 from json_each(${JSON.stringify(words.slice(1))}) as word where instr(${column}, word.value) = 0))`,
    migrate: writer.migrate,
    vacuum: writer.vacuum,
    forget: writer.forget,
    closing: closing.signal,
    async close() {
      closing.abort();
      await writer.idle();
      isOpen = false;
      for (const { connection } of idle.splice(0)) connection.close();
      reading.close();
      // Last: only a connection that writes empties the journal when it closes.
      await writer.close();
    },
  };
}

function withDb(connection: Database.Database): { connection: Database.Database; db: Db } {
  return { connection, db: drizzle(connection, { casing: "snake_case" }) };
}

/** Words hold neither quotation marks nor anything else that FTS5 reads. */
function asFts(term: SearchTerm): string {
  const alternatives = term.map((phrases) => {
    const parts = phrases.map(
      ({ words, isBeginning }) => `"${words.join(" ")}"${isBeginning ? " *" : ""}`,
    );
    return `(${parts.join(" AND ")})`;
  });
  return alternatives.join(" OR ");
}

type Writer = Pick<Store, "tx" | "txIfFree" | "migrate" | "vacuum" | "forget" | "close"> & {
  idle(): Promise<unknown>;
};

function refusingWriter(): Writer {
  const refuse = async () => {
    throw new Error("The store was opened for reading only.");
  };
  const nothing = async () => undefined;
  return {
    tx: refuse,
    txIfFree: refuse,
    migrate: refuse,
    vacuum: refuse,
    forget: refuse,
    idle: nothing,
    close: nothing,
  };
}

function openWriter(path: string): Writer {
  mkdirSync(dirname(path), { recursive: true });
  const connection = connect(path, false);
  const write = drizzle(connection, { casing: "snake_case" });
  let lastWrite: Promise<unknown> = Promise.resolve();

  async function transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
    connection.exec("begin immediate");
    return inTransaction(work);
  }

  /** Whoever waits for another process has all of this one wait, and must not where it can do without. */
  async function transactionIfFree<T>(work: (db: Db) => Promise<T>): Promise<T | null> {
    try {
      withTimeout(0, () => connection.exec("begin immediate"));
    } catch (error) {
      if (isBusy(error)) return null;
      throw error;
    }
    return inTransaction(work);
  }

  async function inTransaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
    try {
      const result = await work(write);
      connection.exec("commit");
      return result;
    } catch (error) {
      if (connection.inTransaction) connection.exec("rollback");
      throw error;
    }
  }

  /**
   * The journal holds pages as they were; it is emptied once nobody reads from it. Readers of this process, which give
   * way between the parts of an answer, come to their end meanwhile.
   */
  async function emptyJournal(): Promise<boolean> {
    const isEmpty = () => connection.pragma("wal_checkpoint(truncate)", { simple: true }) === 0;
    for (const end = performance.now() + READERS_TIMEOUT; ; await setTimeout(READERS_PAUSE)) {
      if (withTimeout(0, isEmpty)) return true;
      if (performance.now() > end) return false;
    }
  }

  function withTimeout<T>(timeout: number, work: () => T): T {
    connection.pragma(`busy_timeout = ${timeout}`);
    try {
      return work();
    } finally {
      connection.pragma(`busy_timeout = ${SETTINGS.busy_timeout}`);
    }
  }

  function runAlone<T>(work: () => Promise<T>): Promise<T> {
    const result = lastWrite.then(work, work);
    lastWrite = result.catch(() => undefined);
    return result;
  }

  return {
    tx: (work) => runAlone(() => transaction(work)),
    txIfFree: (work) => runAlone(() => transactionIfFree(work)),
    migrate: () => migrateSqlite(connection, write, path),
    vacuum: () =>
      runAlone(async () => {
        connection.exec("vacuum");
        return emptyJournal();
      }),
    forget: () => runAlone(emptyJournal),
    idle: () => lastWrite,
    async close() {
      connection.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
}

function connect(path: string, readonly: boolean): Database.Database {
  const connection = keepStatements(new Database(path, { readonly }));
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

/** Has a connection keep the statements that it ran last: to compile one takes longer than most of them run. */
function keepStatements(connection: Database.Database): Database.Database {
  const compile = connection.prepare.bind(connection);
  const kept = new Map<string, Database.Statement>();
  const prepare = (text: string) => {
    const statement = kept.get(text) ?? compile(text);
    kept.delete(text);
    kept.set(text, statement);
    if (kept.size > MAX_STATEMENTS) kept.delete(kept.keys().next().value!);
    // Whoever had it before may have asked for bare values.
    return statement.reader ? statement.raw(false) : statement;
  };
  return Object.assign(connection, { prepare });
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
