import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readDatabaseUrl, readEnvironment, withoutPassword } from "./environment";

const projectDir = resolve(import.meta.dirname, "..");

function read(variables: Record<string, string>) {
  return readEnvironment(variables, projectDir);
}

test("with nothing set the program serves its own file on 127.0.0.1:3000", () => {
  const defaults = {
    environment: {
      port: 3000,
      host: "127.0.0.1",
      databaseUrl: `file:${projectDir}/data/ledger.db`,
      language: "en",
      publicAddress: null,
      trustedProxies: [],
      mode: "ledger",
      contact: "",
    },
  };
  expect(read({})).toEqual(defaults);
  expect(read({ PORT: "", HOST: "", DATABASE_URL: "" })).toEqual(defaults);
});

test("a relative file lies in the project's folder, an absolute one where it says", () => {
  const url = (given: string) => readDatabaseUrl({ DATABASE_URL: given }, "/srv/ledger");
  expect(url("file:cases.db")).toEqual({ databaseUrl: "file:/srv/ledger/cases.db" });
  expect(url("file:../cases.db")).toEqual({ databaseUrl: "file:/srv/cases.db" });
  expect(url("file:/tmp/a b/cases.db")).toEqual({ databaseUrl: "file:/tmp/a b/cases.db" });
  expect(url("file:///tmp/cases.db")).toEqual({ databaseUrl: "file:/tmp/cases.db" });
});

test("a PostgreSQL address passes as it is", () => {
  for (const given of ["postgres://u:p@127.0.0.1:5432/l", "postgresql:///l?host=/run/pg"])
    expect(readDatabaseUrl({ DATABASE_URL: given }, "/")).toEqual({ databaseUrl: given });
});

test("a PostgreSQL server that PGHOST names is another machine too", () => {
  const DATABASE_URL = "postgres:///l";
  expect(readDatabaseUrl({ DATABASE_URL }, "/")).toEqual({ databaseUrl: DATABASE_URL });
  expect(readDatabaseUrl({ DATABASE_URL, PGHOST: "/run/pg" }, "/")).toHaveProperty("databaseUrl");
  expect(readDatabaseUrl({ DATABASE_URL, PGHOST: "10.0.0.9" }, "/")).toHaveProperty("problem");
});

test("a PostgreSQL server on another machine is asked for only where it is said how safe the way is", () => {
  const read = (given: string) => readDatabaseUrl({ DATABASE_URL: given }, "/");
  const remote = "postgres://u:secret@db.example.org/l";
  for (const safe of ["verify-full", "disable"]) {
    const given = `${remote}?sslmode=${safe}`;
    expect(read(given)).toEqual({ databaseUrl: given });
  }
  for (const given of [remote, `${remote}?sslmode=prefer`, "postgres:///l?host=10.0.0.9"])
    expect(read(given)).toEqual({
      problem: `DATABASE_URL is "${given.replace("secret", "***")}": to another machine it must say sslmode=verify-full, or sslmode=disable where the way there is safe.`,
    });
});

describe("a wrong value stops it with one line that names it and what is allowed", () => {
  test.each(["0", "65536", "-1", "3000.5", "abc", "0x10", " 80", "123456"])("PORT %j", (PORT) => {
    expect(read({ PORT })).toEqual({
      problems: [`PORT is "${PORT}": it must be a whole number from 1 to 65535.`],
    });
  });

  test.each(["0.0.0.0", "::", "192.168.1.5", "ledger.example", "127.0.0.2"])("HOST %j", (HOST) => {
    expect(read({ HOST })).toEqual({
      problems: [
        `HOST is "${HOST}": without PUBLIC_ADDRESS it must be a loopback address: 127.0.0.1, ::1 or localhost.`,
      ],
    });
  });

  test.each([
    "ledger.db",
    "file:",
    "file:data/",
    "file::memory:",
    "file://host/x.db",
    "file:x.db?mode=ro",
    "mysql://localhost/x",
    "postgres:x",
    "postgres://[",
  ])("DATABASE_URL %j", (DATABASE_URL) => {
    expect(read({ DATABASE_URL })).toEqual({
      problems: [`DATABASE_URL is "${DATABASE_URL}": it must be file:PATH or postgres://….`],
    });
  });

  test("all wrong values at once, a line each, on one line even where the value is not", () => {
    expect(read({ PORT: "a\nb", HOST: "::", DATABASE_URL: "x" })).toEqual({
      problems: [
        expect.stringMatching(/^PORT is "a\\nb": .*$/),
        expect.stringMatching(/^HOST is "::": .*$/),
        expect.stringMatching(/^DATABASE_URL is "x": .*$/),
      ],
    });
  });
});

test("a password is never shown", () => {
  expect(withoutPassword("postgres://ann:s3:c@ret@db:5432/l")).toBe("postgres://ann:***@db:5432/l");
  expect(withoutPassword("postgres://db/l")).toBe("postgres://db/l");
  expect(withoutPassword("file:/x.db")).toBe("file:/x.db");
});

test("a language without a file of texts stops it, and names those there are", () => {
  expect(read({ LEDGER_LANGUAGE: "xx" })).toEqual({
    problems: ['LEDGER_LANGUAGE is "xx": it must be en.'],
  });
});

test("a secret that could be guessed stops it, and is not shown", () => {
  expect(read({ LEDGER_SECRET: "hunter2" })).toEqual({
    problems: ["LEDGER_SECRET is too short: at least 32 characters."],
  });
  expect(read({ LEDGER_SECRET: "x".repeat(32) })).toHaveProperty("environment");
});

test("with a public address it may serve other machines, and must know its own name", () => {
  const PUBLIC_ADDRESS = "https://cases.example.org";
  expect(
    read({ PUBLIC_ADDRESS, HOST: "0.0.0.0", TRUSTED_PROXIES: "127.0.0.1, ::1" }),
  ).toMatchObject({
    environment: {
      host: "0.0.0.0",
      publicAddress: PUBLIC_ADDRESS,
      trustedProxies: ["127.0.0.1", "::1"],
    },
  });
  expect(read({ PUBLIC_ADDRESS })).toEqual({
    problems: [
      "TRUSTED_PROXIES is not set: with PUBLIC_ADDRESS it must name your proxy, 127.0.0.1 if it runs here.",
    ],
  });
  for (const wrong of ["http://cases.example.org", "cases.example.org", `${PUBLIC_ADDRESS}/a`])
    expect(read({ PUBLIC_ADDRESS: wrong, TRUSTED_PROXIES: "::1" })).toEqual({
      problems: [`PUBLIC_ADDRESS is "${wrong}": it must be https:// and a name, no more.`],
    });
  expect(read({ PUBLIC_ADDRESS, HOST: "ledger.example", TRUSTED_PROXIES: "::1" })).toHaveProperty(
    "problems",
  );
  expect(read({ TRUSTED_PROXIES: "proxy.example" })).toHaveProperty("problems");
});
