import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, expect, it } from "vitest";
import { openStore } from "../db/client";
import { addSource } from "../db/commands/add-source";
import { logIncident } from "../db/commands/log-incident";
import { removeSampleCases } from "../db/commands/remove-sample-cases";
import { writeMissingEntries } from "../db/incident-entries";
import { publicUrlOf } from "../db/public-store";
import { storedProfile } from "../db/stored-profile";
import { onBothEngines } from "../db/testing";
import { publish, verify } from "../db/testing-publication";
import { aWrittenSource } from "../db/testing-tables";
import type { Actor } from "../domain/actor";
import { aClaim, aDocument } from "../domain/testing-documents";
import { checkPublicSite, prepareDatabase } from "./prepare-database";

const admin: Actor = { id: "admin", role: "admin" };
const writer: Actor = { id: "writer", role: "researcher" };

onBothEngines("starting", (store, url) => {
  let samples: string[];
  const logged: string[] = [];
  beforeAll(async () => {
    await prepareDatabase(url());
    samples = await shown();
    const { id } = await addSource(store(), { source: aWrittenSource({}) }, writer);
    for (const title of ["one", "two"]) {
      const claims = [aClaim("c", id, { statement: "It says so." })];
      const document = aDocument({ title, claims });
      logged.push((await logIncident(store(), { document }, writer)).ref);
    }
  });

  const shown = async () => {
    const site = await openStore(publicUrlOf(url()), { profile: "public" });
    const { incident } = site.t;
    const rows = await site.read.select({ ref: incident.ref }).from(incident);
    await site.close();
    return rows.map(({ ref }) => ref).sort();
  };

  it("publishes what was decided and not yet published", async () => {
    await verify(store(), logged[0]!);
    await publish(store(), logged[0]!);
    expect(await shown()).toEqual(samples);
    await prepareDatabase(url());
    expect(await shown()).toEqual([...samples, logged[0]].sort());
  });

  it("publishes what was decided by a program that was killed then", async () => {
    const decides = `
      import { openStore } from "./db/client";
      import { publish, verify } from "./db/testing-publication";
      const store = await openStore(${JSON.stringify(url())});
      await verify(store, ${JSON.stringify(logged[1])});
      await publish(store, ${JSON.stringify(logged[1])});
      process.kill(process.pid, "SIGKILL");`;
    const { signal, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "--eval", decides],
      { cwd: resolve(import.meta.dirname, ".."), encoding: "utf8" },
    );
    expect({ signal, stderr }).toEqual({ signal: "SIGKILL", stderr: "" });
    expect(await shown()).not.toContain(logged[1]);
    await prepareDatabase(url());
    expect(await shown()).toEqual([...samples, ...logged].sort());
  });

  it("takes off the sample cases that were removed, and does not bring them back", async () => {
    await removeSampleCases(store(), { reason: "" }, admin);
    expect(await shown()).toEqual([...samples, ...logged].sort());
    expect(await prepareDatabase(url())).toMatchObject({ sampleCases: 0 });
    expect(samples.length).toBeGreaterThan(10);
    expect(await shown()).toEqual(logged.toSorted());
  });
});

it("serves a public store of its own version only", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ledger-site-"));
  const path = join(folder, "site.db");
  const store = await openStore(`file:${path}`, { profile: "public" });
  await store.migrate();
  await writeMissingEntries(store);
  await store.close();
  const check = () => checkPublicSite(`file:${path}`);
  await expect(check()).rejects.toThrow("it is no public store");
  const change = (statement: string) => {
    const file = new Database(path);
    file.exec(statement);
    file.close();
  };
  change("insert into ledger_state (key, value) values ('profile', 'public')");
  await check();
  const older =
    "an older version of the program made it: run `npm run ledger -- publish --rebuild` with this version where the ledger is, and copy it again";
  const edition = "update ledger_state set value =";
  change(`${edition} 'older ' || value where key = 'entry_edition'`);
  await expect(check()).rejects.toThrow(older);
  change(`${edition} substr(value, 7) where key = 'entry_edition'`);
  await check();
  change("delete from __drizzle_migrations where rowid = 1");
  await expect(check()).rejects.toThrow(older);
  change("insert into __drizzle_migrations (hash, created_at) values ('a', 1), ('b', 2)");
  await expect(check()).rejects.toThrow("a newer version of the program made it");
  rmSync(folder, { recursive: true, force: true });
});

it("refuses a ledger that lies where its public store belongs, and says nothing in it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ledger-misplaced-"));
  const url = `file:${join(folder, "ledger.db")}`;
  const misplaced = await openStore(`file:${join(folder, "ledger.public.db")}`);
  await misplaced.migrate();
  await logIncident(misplaced, { document: aDocument({ title: "Inside" }) }, writer);
  await expect(prepareDatabase(url)).rejects.toThrow(
    "a ledger lies where its public store belongs: move it away",
  );
  expect(await storedProfile(misplaced)).toBeNull();
  await misplaced.close();
  rmSync(folder, { recursive: true, force: true });
});
