import { describe, expect, it } from "vitest";
import { publicUrlOf } from "./public-store";

describe("the public store", () => {
  it.each([
    ["file:./data/ledger.db", "file:./data/ledger.public.db"],
    ["file:ledger.db", "file:ledger.public.db"],
    ["file:/var/lib/my.data/ledger", "file:/var/lib/my.data/ledger.public"],
    ["file:/srv/.hidden", "file:/srv/.hidden.public"],
  ])("of %s is the file %s beside it", (internal, expected) => {
    expect(publicUrlOf(internal)).toBe(expected);
  });

  it.each([
    ["", "-c search_path=public_public"],
    ["-c search_path=ledger", "-c search_path=ledger_public"],
    [
      "-csearch_path=ledger,\\ public -c statement_timeout=9",
      "-c statement_timeout=9 -c search_path=ledger_public",
    ],
    ["--search_path=one -c search_path=two", "-c search_path=two_public"],
  ])(
    "on PostgreSQL, with the options %j, is the schema of %j and no other",
    (options, expected) => {
      const url = new URL("postgres://someone:secret@db.example:5432/cases?sslmode=require");
      if (options) url.searchParams.set("options", options);
      const open = new URL(publicUrlOf(url.href));
      expect(open.searchParams.get("options")).toBe(expected);
      open.searchParams.delete("options");
      expect(open.href).toBe("postgres://someone:secret@db.example:5432/cases?sslmode=require");
    },
  );

  it.each(['"My Schema"', "$user", "x".repeat(57), "a;drop"])(
    "has no name where the internal schema is called %s",
    (schema) => {
      const url = new URL("postgres://db.example/cases");
      url.searchParams.set("options", `-c search_path=${schema.replaceAll(" ", "\\ ")}`);
      expect(() => publicUrlOf(url.href)).toThrow("database.schema_name");
    },
  );

  it("belongs only to a kind of database that is known, whose password is not told", () => {
    expect(() => publicUrlOf("mysql://someone:secret@db.example/cases")).toThrow(
      expect.objectContaining({
        code: "database.unknown_scheme",
        values: { value: "mysql://…@db.example/cases" },
      }),
    );
  });
});
