import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStore } from "../db/client";
import { addSource } from "../db/commands/add-source";
import { addColleague } from "../db/testing-colleagues";
import { aWrittenSource } from "../db/testing-tables";

const folder = mkdtempSync(join(tmpdir(), "ledger-command-"));
const url = `file:${join(folder, "ledger.db")}`;

beforeAll(async () => {
  const store = await openStore(url);
  await store.migrate();
  await addSource(store, { source: aWrittenSource({}) }, { id: "test", role: "admin" });
  await addColleague(store, { id: "ada", name: "Ada", role: "viewer" });
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Types a command as a person does. */
async function ledger(args: string[], databaseUrl = url) {
  const child = spawn(process.execPath, ["--import", "tsx", "cli/ledger.ts", ...args], {
    cwd: resolve(import.meta.dirname, ".."),
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [code, out, err] = await Promise.all([
    new Promise((done) => child.on("exit", done)),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, out, err };
}

it("what was done ends with 0, and so does the help", async () => {
  const done = { code: 0, err: "" };
  const [migrated, helped] = await Promise.all([ledger(["migrate"]), ledger(["purge", "--help"])]);
  expect(migrated).toEqual({ ...done, out: "The database is up to date.\n" });
  expect(helped).toEqual({ ...done, out: expect.stringMatching(/^Usage: npm run ledger -- /) });
});

it("what failed, or was found wrong, ends with 1", async () => {
  const failed = { code: 1, out: "" };
  const none = `file:${join(folder, "none.db")}`;
  const hash = "0".repeat(64);
  const [missing, found] = await Promise.all([
    ledger(["doctor"], none),
    ledger(["doctor", "--expect-head", hash]),
  ]);
  expect(missing).toEqual({ ...failed, err: `doctor failed on ${none}: there is no such file.\n` });
  expect(found).toMatchObject({
    code: 1,
    err: `The log was cut or written anew: no entry has the hash ${hash}.\n`,
  });
});

it("what is not understood ends with 2, and says where to look", async () => {
  const refused = { code: 2, out: "" };
  const hint = "Try: npm run ledger -- help\n";
  const [unknown, missing] = await Promise.all([
    ledger(["frobnicate"]),
    ledger(["account", "reset"]),
  ]);
  expect(unknown).toEqual({ ...refused, err: `There is no command "frobnicate". ${hint}` });
  expect(missing).toEqual({ ...refused, err: `--email ADDRESS is needed. ${hint}` });
});

it("a reason with personal data is refused in words", async () => {
  const reason = ["--reason", "call 010-1234-5678"];
  const words =
    '"010-1234-5678" looks like a phone number, which cannot be in a reason: write [phone] instead';
  const [purged, reset] = await Promise.all([
    ledger(["purge", "--entry", "1", ...reason]),
    ledger(["account", "reset", "--email", "ada@ledger.example", ...reason]),
  ]);
  const failed = { code: 1, out: "" };
  expect(purged).toEqual({ ...failed, err: `purge failed on ${url}: ${words}.\n` });
  expect(reset).toEqual({ ...failed, err: `account reset failed on ${url}: ${words}.\n` });
});

it("where migrations have not run it says how to run them", async () => {
  const empty = join(folder, "empty.db");
  writeFileSync(empty, "");
  const { code, out, err } = await ledger(["publish"], `file:${empty}`);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(
    /^publish failed on file:.*empty\.db: migrations that have not run on it: \d+\. Run: npm run ledger -- migrate\n$/,
  );
});
