import type { SQL } from "drizzle-orm";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { SearchTerm } from "../domain/search-query";
import type { KeptIndex } from "./kept-index";
import type { Profile } from "./profile";
import type { Tables } from "./schema";

/**
 * What every query and command works with. Typed as drizzle over better-sqlite3; the same calls, awaited,
 * run on PostgreSQL. Never use its `transaction`: it refuses async work on SQLite.
 */
export type Db = Omit<BetterSQLite3Database<Record<string, never>>, "transaction">;

/** Reads of one moment, on a connection of its own. */
export type Snapshot = { db: Db; close(): Promise<void> };

/** One open ledger database. */
export type Store = {
  dialect: "sqlite" | "postgres";
  /** For which readers it was opened. Only an internal or a public store that was opened for writing can be written. */
  profile: Profile;
  t: Tables;
  /** Reading only; each statement sees the latest committed state. */
  read: Db;
  /** Several reads of one moment: nothing committed meanwhile is seen. Never blocks a writer. */
  snapshot<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** A snapshot that outlives one call, for exports. Whoever opens it must close it; closing twice does nothing. */
  openSnapshot(): Promise<Snapshot>;
  /** The only way to write. All or nothing; runs alone among writers. On PostgreSQL `work` may run again. */
  tx<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /**
   * The same where nobody else writes, and null with nothing done where another process does: for what can wait. No
   * entry of an incident can change meanwhile.
   */
  txIfFree<T>(work: (db: Db) => Promise<T>): Promise<T | null>;
  /** What is kept in memory of its incidents; see `store-index.ts`. */
  kept: KeptIndex;
  /**
   * The numbers of the entries whose words have every term that is wanted, one at least, and no alternative of what is
   * unwanted; with `among` only of those. A subquery of one row `(numbers)`, one comma apart, null where there is none:
   * as rows they take longer.
   */
  searched(wanted: readonly SearchTerm[], unwanted: SearchTerm, among?: readonly number[]): SQL;
  /** True where the column begins with the text, which is letters and digits as `normaliseText` gives them. */
  beginsWith(column: AnySQLiteColumn, text: string): SQL<unknown>;
  /** True where the column holds every one of the strings somewhere inside it. An empty list is true. */
  containsAll(column: AnySQLiteColumn, words: string[]): SQL<unknown>;
  /** Brings the schema up to date; returns how many migrations ran. A SQLite file that holds data is copied first. */
  migrate(): Promise<number>;
  /**
   * Rewrites the database's files so that nothing deleted is left in them; never inside a transaction.
   * SQLite: false where another connection still reads: what is left goes with the next call that finds none, or when
   * the last one closes. PostgreSQL: waits for whoever reads, and is never false; what a transaction elsewhere in the
   * database could still see stays in the tables until the next call.
   */
  vacuum(): Promise<boolean>;
  /**
   * Empties the journal of a SQLite file, in which what was deleted just now still stands; at once, and never inside a
   * transaction. False where somebody reads from it and nothing is done, and always on PostgreSQL.
   */
  forget(): Promise<boolean>;
  /** Aborted when the store begins to close: what runs beside the answers ends then. */
  closing: AbortSignal;
  close(): Promise<void>;
};
