import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe } from "vitest";
import { openStore } from "./client";
import type { Store } from "./store";
import { openWithGazetteer } from "./testing-gazetteer";

/**
 * Runs the same behaviours on both engines, each on an empty, migrated database of its own.
 * `url`: where it is, to open it otherwise too. `gazetteer`: load the world's places first. PostgreSQL is skipped, and says so, where TEST_POSTGRES_URL is unset.
 */
export function onBothEngines(
  name: string,
  behaviours: (store: () => Store, url: () => string) => void,
  options: { gazetteer?: boolean } = {},
): void {
  for (const dialect of ["sqlite", "postgres"] as const) {
    const skipped = dialect === "postgres" && !process.env.TEST_POSTGRES_URL;
    describe.skipIf(skipped)(`${name} [${dialect}]`, () => {
      let store: Store;
      let drop: () => Promise<void>;
      let url: string;
      beforeAll(async () => {
        ({ drop, url } = await temporaryDatabase(dialect));
        store = await (options.gazetteer ? openWithGazetteer(url) : openMigrated(url));
      }, 60_000);
      afterAll(async () => {
        await store?.close();
        await drop?.();
      }, 60_000);
      behaviours(
        () => store,
        () => url,
      );
    });
  }
}

async function openMigrated(url: string): Promise<Store> {
  const store = await openStore(url);
  await store.migrate();
  return store;
}

/** Where an empty database of an engine is that nobody else uses; not even migrated. */
export async function temporaryDatabase(dialect: Store["dialect"]) {
  return dialect === "sqlite" ? temporaryFile() : temporarySchema();
}

function temporaryFile() {
  const folder = mkdtempSync(join(tmpdir(), "ledger-"));
  return {
    url: `file:${join(folder, "ledger.db")}`,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function temporarySchema() {
  const schema = `test_${randomBytes(6).toString("hex")}`;
  const admin = process.env.TEST_POSTGRES_URL as string;
  await runSql(admin, `create schema ${schema}`);
  const url = new URL(admin);
  url.searchParams.set("options", `-c search_path=${schema}`);
  return {
    url: url.href,
    drop: () => dropSchemas(admin, [schema, `${schema}_public`]),
  };
}

/** A session that has just ended still takes its own views of the schema down, and the two may wait for each other. */
async function dropSchemas(url: string, schemas: readonly string[]): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await runSql(url, `drop schema if exists ${schemas.join(", ")} cascade`);
    } catch (error) {
      if (tries >= MAX_TRIES || (error as { code?: string }).code !== DEADLOCK) throw error;
    }
  }
}

const DEADLOCK = "40P01";
const MAX_TRIES = 10;

async function runSql(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
