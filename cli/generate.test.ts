import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { doctor } from "./doctor";
import { generate } from "./generate";

const folder = mkdtempSync(join(tmpdir(), "ledger-generate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => `file:${join(folder, name)}`;

it("fills a database that is not there yet, publishes some of it, and passes the doctor", async () => {
  const line = await generate(at("new.db"), { incidents: "60", seed: "3", public: "5" });
  expect(line).toBe(
    "Generated with seed 3: synthetic incidents: 60, public: 5. Visitors see only the public ones; sign in to see all.",
  );
  const { lines, problems } = await doctor(at("new.db"), {});
  expect(problems).toEqual([]);
  expect(lines[0]).toMatch(/^The log is whole: \d+ entries\.$/);
  const again = generate(at("new.db"), { incidents: "60" });
  await expect(again).rejects.toThrow(
    "it holds incidents already, and only a database without any is filled",
  );
  await expect(generate(at("new.public.db"), { incidents: "1" })).rejects.toThrow(
    "it is a public store",
  );
});

it.each([
  [{}, "--incidents takes a whole number from 1 to 2,000,000."],
  [{ incidents: "0" }, '--incidents takes a whole number from 1 to 2,000,000, not "0".'],
  [{ incidents: "1e3" }, '--incidents takes a whole number from 1 to 2,000,000, not "1e3".'],
  [
    { incidents: "2000001" },
    '--incidents takes a whole number from 1 to 2,000,000, not "2000001".',
  ],
  [
    { incidents: "5", seed: "-1" },
    '--seed takes a whole number from 0 to 4,294,967,295, not "-1".',
  ],
  [{ incidents: "5", public: "all" }, '--public takes a whole number from 0 to 20,000, not "all".'],
])("refuses %j, and makes no database", async (given, message) => {
  await expect(generate(at("none.db"), given)).rejects.toThrow(message);
  expect(existsSync(join(folder, "none.db"))).toBe(false);
});
