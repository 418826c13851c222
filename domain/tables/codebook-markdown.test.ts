import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import messages from "../../messages/en.json";
import { CSV_COLUMN_NAMES } from "../incident-csv-columns";
import { sayFrom } from "../testing-say";
import { codebook } from "./codebook";
import { codebookMarkdown } from "./codebook-markdown";
import { TABLE_NAMES, tableNamed } from "./data-tables";
import { VOCABULARIES } from "./vocabularies";

const say = sayFrom(messages);

it("docs/codebook.md is up to date: npm run ledger -- codebook docs/codebook.md", () => {
  expect(readFileSync("docs/codebook.md", "utf8")).toBe(codebookMarkdown(say));
});

it("every table, column, code and column of the case summary is in it, with a sentence of its own", () => {
  const { tables, lists, summary } = codebook(say);
  expect(tables.map(({ id }) => id)).toEqual(TABLE_NAMES);
  for (const { id, columns } of tables) {
    expect(columns.map(({ name }) => name)).toEqual(
      tableNamed(id as (typeof TABLE_NAMES)[number]).columns.map(({ name }) => name),
    );
    for (const { name, says } of columns) expect(says, `${id}.${name}`).toMatch(/^[A-Z].*\.$/);
  }
  expect(lists.map(({ id }) => id)).toEqual(Object.keys(VOCABULARIES));
  for (const { codes } of lists)
    for (const { label, meaning } of codes) {
      expect(label).not.toBe("");
      expect(meaning).toMatch(/^([A-Z].*\.)?$/);
    }
  expect(summary.map(({ name }) => name)).toEqual(CSV_COLUMN_NAMES);
});

it("what it calls a list of codes is one that some column has", () => {
  const used = TABLE_NAMES.flatMap((name) =>
    tableNamed(name).columns.flatMap(({ vocabulary }) => vocabulary ?? []),
  );
  expect([...new Set(used)].sort()).toEqual(Object.keys(VOCABULARIES).sort());
});
