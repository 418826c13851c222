import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openStore } from "../db/client";
import { onBothEngines } from "../db/testing";
import { addColleague } from "../db/testing-colleagues";
import { readContents, type StoreContents, withoutCounters } from "../db/testing-store-contents";
import { logTableSample } from "../db/testing-tables";
import { backup } from "./backup";
import { prepareDatabase } from "./prepare-database";
import { restore } from "./restore";

const folder = mkdtempSync(join(tmpdir(), "ledger-backup-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const place = (name: string) => join(folder, name);

async function contentsOf(url: string): Promise<StoreContents> {
  const store = await openStore(url);
  try {
    return inOrder(await readContents(store));
  } finally {
    await store.close();
  }
}

function inOrder(contents: StoreContents): StoreContents {
  const sorted = Object.entries(withoutCounters(contents)).map(([name, rows]) => [
    name,
    rows
      .map((row) => JSON.stringify(row))
      .sort()
      .map((row) => JSON.parse(row)),
  ]);
  return Object.fromEntries(sorted);
}

onBothEngines(
  "a backup",
  (store, url) => {
    it("brings back every row of every table, in a file of its owner alone", async () => {
      await logTableSample(store());
      await addColleague(store(), { id: "ada", name: "Ada", role: "admin" });
      const file = place(`${store().dialect}.ledger`);
      const { lines } = await backup(url(), { file });
      expect(lines[0]).toContain("incidents: 5.");
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const target = `file:${place(`${store().dialect}/restored.db`)}`;
      const outcome = await restore(target, { file });
      expect(outcome).toMatchObject({ problems: [], json: { incidents: 5, keptAs: null } });
      expect(await contentsOf(target)).toEqual(inOrder(await readContents(store())));
    });

    it("leaves a file that is there alone, unless it is told to write over it", async () => {
      const file = place(`${store().dialect}.there`);
      writeFileSync(file, "mine");
      await expect(backup(url(), { file })).rejects.toThrow("is there already");
      await backup(url(), { file, force: true });
      expect(statSync(file).size).toBeGreaterThan(10_000);
    });
  },
  { gazetteer: true },
);

it("replaces a ledger only when told, and keeps the old one aside", async () => {
  const [url, file] = [`file:${place("kept/ledger.db")}`, place("kept.backup")];
  await prepareDatabase(url);
  await backup(url, { file });
  await expect(restore(url, { file })).rejects.toThrow("it is there already");
  const { json } = await restore(url, { file, replace: true });
  const { keptAs } = json as { keptAs: string };
  expect(existsSync(keptAs)).toBe(true);
  expect(readdirSync(place("kept")).filter((name) => /restoring|partial/.test(name))).toEqual([]);
});

it("refuses to replace a ledger that another program has open", async () => {
  const [url, file] = [`file:${place("open/ledger.db")}`, place("open.backup")];
  await prepareDatabase(url);
  await backup(url, { file });
  const open = await openStore(url);
  try {
    await open.read.select().from(open.t.ledgerState);
    await expect(restore(url, { file, replace: true })).rejects.toThrow("another program");
  } finally {
    await open.close();
  }
});

it("refuses what is no backup", async () => {
  const file = place("text.db");
  writeFileSync(file, "no database");
  const url = `file:${place("never.db")}`;
  await expect(restore(url, { file })).rejects.toThrow("is no backup of a ledger");
  await expect(restore(url, { file: place("none") })).rejects.toThrow("there is no file");
  expect(existsSync(place("never.db"))).toBe(false);
});
