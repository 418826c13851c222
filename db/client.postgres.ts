import { setTimeout } from "node:timers/promises";
import { and, DrizzleQueryError, getTableName, inArray, not, or, type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import type { Phrase, SearchTerm } from "../domain/search-query";
import { keepIndex } from "./kept-index";
import { postgresKit } from "./kit.postgres";
import { migrationsFolder } from "./migrations-folder";
import type { Profile } from "./profile";
import { schemaOf } from "./public-store";
import { define } from "./schema";
import type { Db, Snapshot, Store } from "./store";
import { verifiedViews } from "./verified-views";

const t = define(postgresKit);
const MAX_TRIES = 12;
/** In milliseconds, before a transaction is tried again. */
const LONGEST_WAIT = 100;
const SNAPSHOT = "begin isolation level repeatable read read only";

/** Opens a PostgreSQL database; a `search_path` in the address's `options` chooses the schema. */
export function openPostgres(url: string, profile: Profile, readOnly: boolean): Store {
  const verify = profile === "verified" ? putViews : undefined;
  const pool = new pg.Pool({ connectionString: url, max: 10, verify });
  // Exports to slow readers keep their connection for long; pages must never wait for one.
  const exporting = new pg.Pool({ connectionString: url, max: 4, verify });
  // Without a listener an idle connection that the server ends would end the program; the pool replaces it.
  for (const each of [pool, exporting]) each.on("error", () => undefined);

  const closing = new AbortController();

  async function transaction<T>(start: string, work: (db: Db) => Promise<T>): Promise<T> {
    const connection = await pool.connect();
    try {
      await connection.query(start);
      const result = await work(asDb(connection));
      await connection.query("commit");
      connection.release();
      return result;
    } catch (error) {
      await rollBack(connection);
      throw withoutValues(error);
    }
  }

  const refuseWhereReadOnly = () => {
    if (readOnly) throw new Error("The store was opened for reading only.");
  };

  return {
    dialect: "postgres",
    profile,
    t,
    read: asDb(pool),
    snapshot: (work) => transaction(SNAPSHOT, work),
    openSnapshot: () => openSnapshot(exporting),
    async tx(work) {
      refuseWhereReadOnly();
      for (let tries = 1; ; tries++) {
        try {
          return await transaction("begin isolation level serializable", work);
        } catch (error) {
          if (tries >= MAX_TRIES || !isRetryable(error)) throw error;
          // Those that stood in each other's way would otherwise do so again.
          await setTimeout(Math.random() * Math.min(2 ** tries, LONGEST_WAIT));
        }
      }
    },
    async txIfFree(work) {
      refuseWhereReadOnly();
      try {
        return await transaction("begin isolation level serializable", async (db) => {
          await lockEntries(db);
          return work(db);
        });
      } catch (error) {
        if (isRetryable(error) || hasCode(error, [LOCK_NOT_AVAILABLE])) return null;
        throw error;
      }
    },
    kept: keepIndex(),
    searched(wanted, unwanted, among) {
      const all = wanted.map(holdsTerm);
      const none = unwanted.length > 0 ? not(holdsTerm(unwanted)) : undefined;
      const { number } = t.incidentText;
      const isAmong = among && inArray(number, [...among]);
      return sql`select string_agg(${number}::text, ',') as numbers from ${t.incidentText} where ${and(isAmong, ...all, none)}`;
    },
    beginsWith: (column, text): SQL<unknown> => sql`starts_with(${column}, ${text})`,
    containsAll: (column, words): SQL<unknown> =>
      sql`not exists (select 1 from unnest(${sql.param(words)}::text[]) as word where position(word in ${column}) = 0)`,
    async migrate() {
      refuseWhereReadOnly();
      await createMissingSchema(pool, url);
      const before = await migrationsDone(pool);
      await migrate(drizzle(pool), {
        migrationsFolder: migrationsFolder("postgres"),
        migrationsSchema: await currentSchema(pool),
      });
      return (await migrationsDone(pool)) - before;
    },
    async vacuum() {
      refuseWhereReadOnly();
      const tables = Object.values(t).map((table) => `"${getTableName(table)}"`);
      await pool.query(`vacuum full ${tables.join(", ")}`);
      return true;
    },
    // What was deleted is overwritten in time; how soon is the server's to say.
    forget: async () => false,
    closing: closing.signal,
    async close() {
      closing.abort();
      await Promise.all([pool.end(), exporting.end()]);
    },
  };
}

/** A failed query without what was to be written, which would come into logs, personal data with it. */
function withoutValues(error: unknown): unknown {
  if (!(error instanceof DrizzleQueryError)) return error;
  const { message, code } = error.cause as Error & { code?: string };
  const cause = Object.assign(new Error(message), { code });
  return new Error(`Failed query: ${error.query}`, { cause });
}

function holdsTerm(term: SearchTerm): SQL {
  return or(...term.map((phrases) => and(...phrases.map(holdsPhrase))))!;
}

/**
 * The index knows which words a text has but not where; whether they stand together is then seen in the text.
 * Our words are letters and digits, so nothing in them is read as a part of a query or pattern.
 */
function holdsPhrase({ words, isBeginning }: Phrase): SQL {
  const quoted = words.map((word) => `'${word}'`);
  const query = [...quoted.slice(0, -1), `${quoted.at(-1)}${isBeginning ? ":*" : ""}`].join(" & ");
  const phrase = ` ${words.join(" ")}${isBeginning ? "" : " "}`;
  const { openWords, restrictedWords } = t.incidentText;
  return or(
    ...[openWords, restrictedWords].map((column) =>
      and(
        sql`array_to_tsvector(string_to_array(${column}, ' ')) @@ ${query}::tsquery`,
        words.length > 1 ? sql`position(${phrase} in ' ' || ${column} || ' ') > 0` : undefined,
      ),
    ),
  )!;
}

async function openSnapshot(pool: pg.Pool): Promise<Snapshot> {
  const connection = await pool.connect();
  let isOpen = true;
  const close = async () => {
    if (!isOpen) return;
    isOpen = false;
    await rollBack(connection);
  };
  try {
    await connection.query(SNAPSHOT);
    return { db: asDb(connection), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Ends what the connection was doing and gives it back; one that fails at that must not be used again. */
async function rollBack(connection: pg.PoolClient): Promise<void> {
  const broken = await connection.query("rollback").then(
    () => false,
    () => true,
  );
  connection.release(broken);
}

function asDb(client: pg.Pool | pg.PoolClient): Db {
  return drizzle(client, { casing: "snake_case" }) as unknown as Db;
}

/** Before anything is read, so that what is read afterwards is what was written last, by whatever kind of transaction. */
async function lockEntries(db: Db): Promise<void> {
  const { execute } = db as unknown as { execute(statement: SQL): Promise<unknown> };
  await execute.call(db, sql`lock table ${t.incidentEntry} in share row exclusive mode nowait`);
}

const LOCK_NOT_AVAILABLE = "55P03";

/** Serialization failure and deadlock: the transaction did nothing and may be tried again. */
function isRetryable(error: unknown): boolean {
  return hasCode(error, ["40001", "40P01"]);
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  for (let at = error; at instanceof Error; at = at.cause)
    if (codes.includes((at as { code?: string }).code ?? "")) return true;
  return false;
}

/** Before a connection is used at all; temporary views are looked up before the tables they are named for. */
function putViews(client: pg.PoolClient, done: (error?: Error) => void): void {
  client
    .query<{ name: string }>("select current_schema() as name")
    .then(({ rows }) => client.query(verifiedViews(t, `"${rows[0]!.name}"`).join(";\n")))
    .then(
      () => done(),
      (error: Error) => done(error),
    );
}

/** A public store's schema is ours to make; every other is there before us. */
async function createMissingSchema(pool: pg.Pool, url: string): Promise<void> {
  const { rows } = await pool.query<{ name: string | null }>("select current_schema() as name");
  if (rows[0]?.name == null) await pool.query(`create schema if not exists "${schemaOf(url)}"`);
}

// The record of migrations lives in the same schema as the tables, so that one database can hold several ledgers.
async function currentSchema(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ name: string }>("select current_schema() as name");
  return rows[0]!.name;
}

async function migrationsDone(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ there: string | null }>(
    "select to_regclass('__drizzle_migrations') as there",
  );
  if (rows[0]?.there == null) return 0;
  const counted = await pool.query<{ n: number }>(
    "select count(*)::int as n from __drizzle_migrations",
  );
  return counted.rows[0]!.n;
}
