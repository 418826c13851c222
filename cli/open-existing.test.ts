import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, expect, it } from "vitest";
import { openStore } from "../db/client";
import { markPublic } from "../db/commands/publish-pending";
import { publicUrlOf } from "../db/public-store";
import { onBothEngines } from "../db/testing";
import { doctor } from "./doctor";
import { NotMigrated } from "./outcome";
import { publish } from "./publish";
import { purge } from "./purge";
import { resetAccount } from "./reset-account";

const folder = mkdtempSync(join(tmpdir(), "ledger-existing-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const commands: Record<string, (url: string) => Promise<unknown>> = {
  doctor: (url) => doctor(url, {}),
  publish: (url) => publish(url, {}),
  "publish --rebuild": (url) => publish(url, { rebuild: true }),
  purge: (url) => purge(url, { entries: ["1"], reason: "A mistake" }),
  "account reset": (url) => resetAccount(url, { email: "ada@example.org" }),
};

onBothEngines("a command", (_, url) => {
  it("refuses a public store", async () => {
    const site = publicUrlOf(url());
    const store = await openStore(site, { profile: "public" });
    await store.migrate();
    await markPublic(store);
    await store.close();
    for (const [name, run] of Object.entries(commands))
      await expect(run(site), name).rejects.toThrow(
        "it is a public store: name the ledger it was made from",
      );
  });
});

it("makes nothing beside a public store", async () => {
  const site = `file:${join(folder, "site.public.db")}`;
  const store = await openStore(site, { profile: "public" });
  await store.migrate();
  await markPublic(store);
  await store.close();
  await expect(publish(site, { rebuild: true })).rejects.toThrow("it is a public store");
  expect(readdirSync(folder)).toEqual(["site.public.db"]);
});

it("refuses a ledger on which a migration has not run", async () => {
  const path = join(folder, "older.db");
  const store = await openStore(`file:${path}`);
  await store.migrate();
  await store.close();
  const file = new Database(path);
  file.exec("delete from __drizzle_migrations where rowid = 1");
  file.close();
  for (const [name, run] of Object.entries(commands))
    await expect(run(`file:${path}`), name).rejects.toThrow(
      new NotMigrated("migrations that have not run on it: 1"),
    );
});

it("says of an empty file, and of one that is no ledger, that migrations have not run", async () => {
  writeFileSync(join(folder, "empty.db"), "");
  const foreign = new Database(join(folder, "foreign.db"));
  foreign.exec("create table recipe (id integer primary key)");
  foreign.close();
  for (const file of ["empty.db", "foreign.db"])
    for (const [name, run] of Object.entries(commands))
      await expect(run(`file:${join(folder, file)}`), `${name} ${file}`).rejects.toThrow(
        NotMigrated,
      );
});
