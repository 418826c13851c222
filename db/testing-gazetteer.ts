import { readFileSync, writeFileSync } from "node:fs";
import pg from "pg";
import { openStore } from "./client";
import { seedGazetteer } from "./seed/seed-gazetteer";
import type { Store } from "./store";

const TABLES = ["location", "location_name", "ledger_state"];

/** What a process has loaded once of the world's places: a whole file of SQLite, and rows of PostgreSQL as JSON. */
const kept: { file: Buffer | null; rows: string[] | null } = { file: null, rows: null };

/**
 * Opens a database that is still empty, migrated and with the world's places as `seedGazetteer` loads them. Only the
 * first of an engine in a process takes as long as that.
 */
export function openWithGazetteer(url: string): Promise<Store> {
  return url.startsWith("file:") ? openFile(url) : openSchema(url);
}

async function openFile(url: string): Promise<Store> {
  const path = url.slice("file:".length);
  if (kept.file === null) {
    const store = await openStore(url);
    await store.migrate();
    await seedGazetteer(store);
    // Once it is closed, all is in the one file.
    await store.close();
    kept.file = readFileSync(path);
  } else writeFileSync(path, kept.file);
  return openStore(url);
}

async function openSchema(url: string): Promise<Store> {
  const store = await openStore(url);
  await store.migrate();
  if (kept.rows === null) await seedGazetteer(store);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    kept.rows = await (kept.rows === null ? readRows(client) : writeRows(client, kept.rows));
  } finally {
    await client.end();
  }
  return store;
}

async function readRows(client: pg.Client): Promise<string[]> {
  const read: string[] = [];
  for (const table of TABLES) {
    const { rows } = await client.query(`select json_agg(t)::text as all from ${table} t`);
    read.push(rows[0].all);
  }
  return read;
}

async function writeRows(client: pg.Client, rows: string[]): Promise<string[]> {
  for (const [at, table] of TABLES.entries())
    await client.query(
      `insert into ${table} select * from json_populate_recordset(null::${table}, $1)
       on conflict do nothing`,
      [rows[at]],
    );
  return rows;
}
