import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStore } from "../db/client";
import { addSource } from "../db/commands/add-source";
import { logIncident } from "../db/commands/log-incident";
import { reviseIncident } from "../db/commands/revise-incident";
import { getIncident } from "../db/queries/get-incident";
import { publish, verify } from "../db/testing-publication";
import { aWrittenSource } from "../db/testing-tables";
import { aClaim, aDocument } from "../domain/testing-documents";
import { doctor } from "./doctor";
import { Misunderstood } from "./outcome";
import { purge } from "./purge";

const folder = mkdtempSync(join(tmpdir(), "ledger-doctor-"));
const path = join(folder, "ledger.db");
const url = `file:${path}`;
const examine = (expectHead?: string) => doctor(url, { expectHead });

beforeAll(async () => {
  const store = await openStore(url);
  await store.migrate();
  for (const title of ["one", "two", "three"])
    await addSource(store, { source: aWrittenSource({ title }) }, { id: "test", role: "admin" });
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Works on the file as its owner can, and puts it back as it was. */
async function tampered(statements: string) {
  const whole = readFileSync(path);
  const file = new Database(path);
  file.pragma("foreign_keys = off");
  file.exec(statements);
  file.close();
  const found = await examine();
  writeFileSync(path, whole);
  return found.problems;
}

it("a whole log is said to be so, with its head", async () => {
  const { lines, problems } = await examine();
  expect(problems).toEqual([]);
  expect(lines).toEqual([
    "The log is whole: 3 entries.",
    expect.stringMatching(/^Head: 3 [0-9a-f]{64}$/),
  ]);
});

it("a head that was kept is found again, one that is not there is a problem", async () => {
  const { lines } = await examine();
  const hash = lines.at(-1)!.split(" ")[2]!;
  expect((await examine(hash.toUpperCase())).problems).toEqual([]);
  const other = "0".repeat(64);
  expect((await examine(other)).problems).toEqual([
    `The log was cut or written anew: no entry has the hash ${other}.`,
  ]);
  await expect(examine("abc")).rejects.toThrow(Misunderstood);
});

it("each fault is a line", async () => {
  const drop = "drop trigger revision_not_altered; drop trigger revision_not_deleted;";
  expect(await tampered(`${drop} update revision set actor = 'x' where seq = 2`)).toEqual([
    "The trigger revision_not_altered is gone: nothing keeps the log from being changed.",
    "The trigger revision_not_deleted is gone: nothing keeps the log from being changed.",
    "Entry 2 was altered: it does not fit its hash.",
  ]);
  expect(
    await tampered("drop trigger incident_entry_updated; drop trigger incident_text_deleted"),
  ).toEqual(
    ["incident_entry_updated", "incident_text_deleted"].map(
      (trigger) =>
        `The trigger ${trigger} is gone: lists and the search may still tell of incidents as they were. Export a data package and import it into a new ledger.`,
    ),
  );
  expect(await tampered("delete from ledger_state")).toEqual([
    "The ledger does not know the head of its log.",
  ]);
  expect(
    await tampered("insert into source_derivation select id, 'nowhere' from source limit 1"),
  ).toEqual(["A row of source_derivation points to no row of source."]);
  expect(
    await tampered("insert into __drizzle_migrations (hash, created_at) values ('later', 1)"),
  ).toEqual(["Migrations that this program does not know: 1; nothing else was checked."]);
  expect((await examine()).problems).toEqual([]);
});

it("what was purged is listed, and where its text may still be is said", async () => {
  writeFileSync(`${path}.before-0002`, "");
  writeFileSync(join(folder, "ledger.public.db.before-0002"), "");
  const { lines } = await purge(url, { entries: ["2"], reason: "A name" });
  expect(lines).toEqual([
    "Emptied entry 2.",
    "Copies made before still hold the text: ledger.db.before-0002, ledger.public.db.before-0002",
    "What an incident or source says now, and the version of an incident verified last, are not changed by this: where they still hold the words, edit, verify and publish, and then purge the entries that this added.",
    "Backups elsewhere are not reached.",
  ]);
  const examined = await examine();
  expect(examined.problems).toEqual([]);
  expect(examined.lines[1]).toMatch(
    /^Entry 2 was emptied by command line on \d{4}-\d\d-\d\d \(entry 4\): A name$/,
  );
});

it("a purge needs entries that are there, and a reason", async () => {
  for (const entries of [undefined, [], ["x"], ["0"], ["1.5"], ["-1"]])
    await expect(purge(url, { entries, reason: "A name" })).rejects.toThrow(Misunderstood);
  await expect(purge(url, { entries: ["1"], reason: " " })).rejects.toThrow(Misunderstood);
  await expect(purge(url, { entries: ["99"], reason: "A name" })).rejects.toThrow(
    "the log has no entry 99; nothing was emptied",
  );
  await expect(purge(url, { entries: ["2"], reason: "A name" })).rejects.toThrow(
    "entry 2 is empty already; nothing was emptied",
  );
});

it("a purge says which verified versions went with an entry, and what is public no more", async () => {
  const store = await openStore(url);
  const actor = { id: "test", role: "admin" } as const;
  const source = await addSource(store, { source: aWrittenSource() }, actor);
  const claims = [aClaim("c", source.id, { statement: "Two were held." })];
  const { ref } = await logIncident(store, { document: aDocument({ claims }) }, actor);
  await verify(store, ref);
  await publish(store, ref);
  const document = aDocument({ title: "Mended", claims });
  const version = (await getIncident(store, actor, ref))!.version;
  await reviseIncident(store, { ref, version, document, reason: "" }, actor);
  await verify(store, ref);
  const rows = await store.read.select().from(store.t.revision);
  await store.close();
  const { seq } = rows.find(({ action }) => action === "log")!;
  const { lines } = await purge(url, { entries: [String(seq)], reason: "A name" });
  expect(lines).toContain(
    `Dropped of ${ref} verified version 1. It is off the public pages until it is published again.`,
  );
  expect((await examine()).problems).toEqual([]);
});

it("no file is made where there is none", async () => {
  await expect(doctor(`file:${folder}/none.db`, {})).rejects.toThrow("there is no such file");
});
