import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { REVISION_ACTIONS, REVISION_ENTITIES } from "../../domain/revision";
import messages from "../../messages/en.json";

const CODES = [/code: "([a-z_]+\.[a-z_]+)"/g, /new DomainError\("([a-z_.]+)"/g];

/** Every code of an issue or a refusal that the program can raise. */
function raisedCodes(): string[] {
  const sources = ["domain", "db", "app", "components"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes("test"))
      .map((name) => readFileSync(join(folder, name), "utf8")),
  );
  const found = sources.flatMap((text) => CODES.flatMap((code) => [...text.matchAll(code)]));
  return [...new Set(found.map((match) => match[1]!))].sort();
}

function textOf(code: string): unknown {
  let at: unknown = messages.issues;
  for (const step of code.split(".")) at = (at as Record<string, unknown> | undefined)?.[step];
  return at;
}

it("has words for every mistake and refusal that the program can raise", () => {
  const codes = raisedCodes();
  expect(codes).toContain("incident.stale_version");
  expect(codes.filter((code) => typeof textOf(code) !== "string")).toEqual([]);
});

it("has words for everything that the log can say was done, and with what", () => {
  const { action } = messages.incident.history;
  expect(REVISION_ACTIONS.filter((code) => !Object.hasOwn(action, code))).toEqual([]);
  const { entity } = messages.history;
  expect(REVISION_ENTITIES.filter((code) => !Object.hasOwn(entity, code))).toEqual([]);
});
