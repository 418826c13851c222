import { expect, it } from "vitest";
import { DEFAULT_CSV_COLUMNS } from "../incident-csv-columns";
import { TABLE_NAMES, tableNamed } from "./data-tables";
import { recogniseTable } from "./recognise-table";

it("each of the tables is told by its columns alone, in any order, with or without what only some readers get", () => {
  for (const table of TABLE_NAMES) {
    const { columns } = tableNamed(table);
    const all = columns.map(({ name }) => name);
    const open = columns.flatMap(({ name, isInternal }) => (isInternal ? [] : [name]));
    expect(recogniseTable(all.toReversed()), table).toBe(table);
    expect(recogniseTable(open), table).toBe(table);
  }
});

it("a table of some of its columns is told as long as it has no others", () => {
  expect(recogniseTable(["reference", "summary"])).toBe("incidents");
  expect(recogniseTable(["reference", "publisher"])).toBe("sources");
  expect(recogniseTable(["incident", "id", "quote"])).toBe("claims");
  expect(recogniseTable(["reference", "summary", "city"])).toBe(null);
});

it("a whole table with a column that somebody added is told too", () => {
  const columns = tableNamed("incidents").columns.map(({ name }) => name);
  expect(recogniseTable([...columns, "my note"])).toBe("incidents");
});

it("where several are possible the name of the file decides", () => {
  expect(recogniseTable(["incident", "id"])).toBe(null);
  expect(recogniseTable(["reference", "title"])).toBe(null);
  expect(recogniseTable(["reference", "title"], "incidents.csv")).toBe("incidents");
  expect(recogniseTable(["incident", "id"], "events-2026-11-26.csv")).toBe("events");
  expect(recogniseTable(["incident", "id"], "data/groups.csv")).toBe("groups");
});

it("the case summary is told, with any choice of its columns", () => {
  expect(recogniseTable(DEFAULT_CSV_COLUMNS)).toBe("case_summary");
  expect(recogniseTable(["reference", "persons_best"])).toBe("case_summary");
});

it("other tables are none of ours", () => {
  expect(recogniseTable(["Web ID", "Incident Date", "Region"])).toBe(null);
  expect(recogniseTable([])).toBe(null);
  expect(recogniseTable(["reference"])).toBe(null);
});
