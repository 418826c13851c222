import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import messages from "../../messages/en.json";

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/\.test\.ts$|testing/.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8"));
}

function textOf(key: string): unknown {
  let at: unknown = messages;
  for (const step of key.split(".")) at = (at as Record<string, unknown> | undefined)?.[step];
  return at;
}

const code = [...sources("domain"), ...sources("db")];
const isFile = (literal: string) => /\.(json|csv|db|txt)$/.test(literal);

it("every code with which domain and db refuse something has a text", () => {
  const actor = readFileSync("domain/actor.ts", "utf8");
  const literals = code.flatMap((text) =>
    [...text.matchAll(/"([a-z]+\.[a-z][a-z_]*)"/g)].map(([, literal = ""]) => literal),
  );
  // What has the form of a code and is none: a permission, the key of another text, the name of a file.
  const codes = [...new Set(literals)].filter(
    (literal) => !actor.includes(`"${literal}"`) && !textOf(literal) && !isFile(literal),
  );
  expect(codes.length).toBeGreaterThan(40);
  expect(codes.filter((literal) => typeof textOf(`issues.${literal}`) !== "string")).toEqual([]);
});

it("every code of one word, too", () => {
  const thrown = code.flatMap((text) =>
    [...text.matchAll(/DomainError\(\s*"([a-z_]+)"/g)].map(([, literal = ""]) => literal),
  );
  expect(thrown).toContain("not_allowed");
  expect(thrown.filter((literal) => typeof textOf(`issues.${literal}`) !== "string")).toEqual([]);
});

it("every fault of a typed date and count has a text", () => {
  const faults = (file: string) =>
    [...readFileSync(`domain/${file}.ts`, "utf8").matchAll(/\{ ?code: "([a-z_]+)"/g)].map(
      ([, literal]) => literal,
    );
  const dates = ["calendar-term", "typed-date", "typed-date-phrase", "relative-date"].flatMap(
    faults,
  );
  expect(dates).toContain("weekday_differs");
  for (const fault of [...dates, "impossible", "reversed"])
    expect(textOf(`issues.date.${fault}`), fault).toBeTypeOf("string");
});
