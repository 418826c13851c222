import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findTableReading } from "../adapters/table/find-table-reading";
import { openTable } from "../adapters/table/open-table";
import { readMappedTable } from "../adapters/table/read-mapped-table";
import { readGazetteer } from "../db/gazetteer/read-gazetteer";
import { checkMapping } from "../domain/import/check-mapping";
import type { ImportFault, IncidentItem } from "../domain/import/import-item";
import { placeIndex } from "../domain/import/place-index";
import { tableMappingSchema } from "../domain/import/table-mapping";
import { addToSurvey, newSurvey } from "../domain/import/table-survey";
import type { IncidentDocument } from "../domain/incident";

const FIXTURES = "adapters/table/fixtures";
const places = placeIndex(readGazetteer());
const mappingOf = (name: string) =>
  tableMappingSchema.parse(JSON.parse(readFileSync(join("docs/mappings", name), "utf8")));

async function read(file: string, mappingName: string) {
  const bytes = () => createReadStream(file);
  const { reading } = await findTableReading(bytes);
  const mapping = mappingOf(mappingName);
  const { headers, records } = await openTable(bytes, reading);
  const survey = newSurvey(headers.names);
  for await (const record of records) addToSurvey(survey, record);
  const issues = checkMapping(mapping, headers.names, places, survey);
  const items: IncidentItem[] = [];
  const faults: ImportFault[] = [];
  for await (const { item } of readMappedTable(bytes, { reading, mapping, places }))
    if (item.what === "incident") items.push(item);
    else if (item.what === "faults") faults.push(...item.faults);
  return { reading, issues, items, faults };
}

/** The sum of what the sources say of a group. */
const sumOf = (items: IncidentItem[], groupId: string) =>
  items.reduce((sum, { document }) => sum + (countOf(document, groupId) ?? 0), 0);
const countOf = ({ claims }: IncidentDocument, groupId: string) =>
  claims.find((claim) => claim.field === "count" && claim.groupId === groupId)?.count?.best;
const dateOf = ({ claims }: IncidentDocument) =>
  claims.find(({ field }) => field === "date")?.date?.earliest;
const numberIn = (cell: string | undefined) => Number(cell?.replace("NA", "0") ?? 0);
const sumOfKept = (items: IncidentItem[], header: string) =>
  items.reduce((sum, { kept }) => sum + numberIn(kept[header]), 0);

describe("a table like that of missing migrants", () => {
  it("comes in with its saved mapping, and every total of it is found again", async () => {
    const { reading, issues, items, faults } = await read(
      join(FIXTURES, "look-alike-missing-migrants.csv"),
      "missing-migrants.json",
    );
    expect([reading.encoding, issues, faults, items.length]).toEqual(["utf-8", [], [], 12]);
    expect(sumOf(items, "g:persons")).toBe(98);
    expect(sumOf(items, "g:persons_died")).toBe(55);
    expect(sumOf(items, "g:persons_disappeared") + sumOfKept(items, "No. missing")).toBe(43);
    expect(sumOf(items, "g:others_survived")).toBe(319);
  });

  it("keeps what it cannot say in fields of its own", async () => {
    const { items } = await read(
      join(FIXTURES, "look-alike-missing-migrants.csv"),
      "missing-migrants.json",
    );
    const [, second, , fourth, , sixth, seventh, eighth, ninth, tenth, , last] = items;
    expect(second?.kept).toMatchObject({
      Latitude: "35.1",
      "Country of Origin": "Iran (Islamic Republic of)",
    });
    expect(second?.newSources.map(({ source }) => source.publisher)).toEqual([
      "Invented Border Watch, Invented Solidarity, Radio Invented",
    ]);
    expect(fourth?.document.groups.map(({ nationality }) => nationality)).toEqual([
      null,
      null,
      null,
      "ER",
      "ET",
      "SD",
    ]);
    expect(sixth?.newSources.map(({ source }) => source.url)).toEqual([
      "https://example.org/a6",
      "https://example.org/a6b",
      "https://example.org/a6c",
      "https://example.org/a6d",
    ]);
    expect(seventh?.kept).toMatchObject({ "No. missing": "-1", "Country of Origin": "Mixed" });
    expect(
      eighth?.document.claims.filter((claim) => claim.assessment === "work_needed"),
    ).toHaveLength(1);
    expect(ninth?.kept["Country of Incident"]).toBe("012 52E");
    expect(tenth?.newSources[0]?.source.url).toBe("https://missingmigrants.iom.int/");
    expect(last?.document.title).toHaveLength(300);
    expect(last?.kept.Source).toContain("Invented Daily 25");
  });
});

describe("a table like that of detentions in Moscow", () => {
  it("comes in with its saved mapping, and every total of it is found again", async () => {
    const { issues, items, faults } = await read(
      join(FIXTURES, "look-alike-ovd-info.csv"),
      "ovd-info.json",
    );
    expect([issues, faults, items.length]).toEqual([[], [], 8]);
    expect(sumOf(items, "g:persons")).toBe(641);
    expect(items.map(({ document }) => dateOf(document))).toEqual([
      "2031-12-04",
      "2031-12-05",
      "2031-12-07",
      "2031-12-14",
      "2031-12-21",
      "2031-12-23",
      "2032-01-10",
      "2032-01-11",
    ]);
    expect(items[0]?.document.events[0]).toMatchObject({
      type: "arrest",
      description: "type: митинг\nsubject: За честные правила\nplace: площадь Победы, у фонтана",
    });
  });

  it("has each of its faults named with line, column and value", async () => {
    const { items, faults } = await read(join(FIXTURES, "faulty-ovd-info.csv"), "ovd-info.json");
    expect(items.map(({ at }) => at.line)).toEqual([2, 14]);
    expect(
      faults.map(({ line, column, issue }) => [line, column, issue.code, issue.values?.value]),
    ).toEqual([
      [3, "date", "date.not_in_order", "12/25/2031"],
      [4, "date", "date.two_digit_year", "07.12.31"],
      [5, "date", "date.impossible", "31.02.2032"],
      [6, "total", "count.negative", "-27"],
      [7, "total", "count.not_whole", "2.5"],
      [8, "total", "count.unreadable", "много людей"],
      [9, "date", "date.unreadable", "когда-то"],
      [9, "total", "count.too_large", "30000000"],
      [10, "id", "row.id_twice", "1"],
      [11, "place", "table.not_in_encoding", "лес\ufffd"],
      [12, "", "table.cells", 3],
      [13, "", "table.quote", undefined],
    ]);
  });
});

const shared = process.env.LEDGER_SHARED;

describe.skipIf(!shared)("the real tables, in the folder that LEDGER_SHARED names", () => {
  it("missing migrants: 6,802 rows and their totals are found again", async () => {
    const { issues, items, faults } = await read(
      join(shared!, "datasets/04-iom-missing-migrants-europe.csv"),
      "missing-migrants.json",
    );
    expect([issues, faults, items.length]).toEqual([[], [], 6_802]);
    expect(new Set(items.map(({ rowKey }) => rowKey)).size).toBe(6_802);
    expect(sumOf(items, "g:persons")).toBe(49_989);
    expect(sumOf(items, "g:persons_died")).toBe(22_362);
    expect(sumOf(items, "g:persons_disappeared") + sumOfKept(items, "No. missing")).toBe(27_627);
    expect(sumOf(items, "g:others_survived") + sumOfKept(items, "No. survivors")).toBe(98_710);
    expect(sumOf(items, "g:female")).toBe(3_449);
    expect(sumOf(items, "g:male")).toBe(10_086);
    expect(sumOf(items, "g:minors")).toBe(2_288);
  });

  it("detentions in Moscow: 180 rows and their total are found again", async () => {
    const { issues, items, faults } = await read(
      join(shared!, "datasets/06-ovdinfo-moscow-detentions-2011-2012.csv"),
      "ovd-info.json",
    );
    expect([issues, faults, items.length]).toEqual([[], [], 180]);
    expect(sumOf(items, "g:persons")).toBe(4_885);
    expect(dateOf(items[0]!.document)).toBe("2011-12-04");
  });
});
