import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStore } from "../db/client";
import { acceptInvitation } from "../db/commands/accept-invitation";
import { inviteFirstAdmin } from "../db/commands/invite";
import { hasSeededLogins, seedLogins } from "./seed-logins";

const folder = mkdtempSync(join(tmpdir(), "ledger-logins-"));
const [developing, other] = ["dev", "other"].map((name) => `file:${join(folder, `${name}.db`)}`);

beforeAll(async () => {
  for (const url of [developing, other]) {
    const store = await openStore(url!);
    await store.migrate();
    await store.close();
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("logins for developing are one for each role, and a ledger that has them is known by them", async () => {
  expect(await hasSeededLogins(developing!)).toBe(false);
  const lines = await seedLogins(developing!);
  expect(lines.map((line) => /as (\w+)@dev\.invalid/.exec(line)?.[1]).sort()).toEqual([
    "admin",
    "researcher",
    "reviewer",
    "viewer",
  ]);
  expect(await hasSeededLogins(developing!)).toBe(true);
  expect(await seedLogins(developing!)).toHaveLength(4);
});

it("a ledger in which somebody can sign in already gets none", async () => {
  const store = await openStore(other!);
  const { token } = (await inviteFirstAdmin(store))!;
  const password = "four unrelated words here";
  const person = { name: "Ada", email: "ada@example.org", password, again: password };
  await acceptInvitation(store, { token, ...person });
  await store.close();
  expect(await seedLogins(other!)).toEqual([]);
  expect(await hasSeededLogins(other!)).toBe(false);
});
