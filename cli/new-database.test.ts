import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { newDatabase } from "./new-database";

const folder = mkdtempSync(join(tmpdir(), "ledger-new-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("tells of a file that is not there yet, and of no other", () => {
  const path = join(folder, "ledger.db");
  expect(newDatabase(`file:${path}`, folder)).toBe(path);
  writeFileSync(path, "");
  expect(newDatabase(`file:${path}`, folder)).toBeNull();
  expect(newDatabase("postgres://ledger@127.0.0.1/ledger", folder)).toBeNull();
});

it("refuses a folder that is not there, but for our own", () => {
  const typo = join(folder, "typo", "ledger.db");
  expect(() => newDatabase(`file:${typo}`, folder)).toThrow(
    `DATABASE_URL names ${typo}, but there is no folder ${join(folder, "typo")}: make it, or correct the address.`,
  );
  const usual = join(folder, "data", "ledger.db");
  expect(newDatabase(`file:${usual}`, folder)).toBe(usual);
});
