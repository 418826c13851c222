import { describe, expect, it } from "vitest";
import { InvalidInput } from "../../domain/errors";
import type { ImportItem } from "../../domain/import/import-item";
import { headersToMend, rowToMend } from "../../domain/import/rows-to-mend";
import { summaryMapping } from "../../domain/import/summary-mapping";
import type { TableMapping } from "../../domain/import/table-mapping";
import type { TableReading } from "../../domain/import/table-reading";
import { TESTING_PLACES, testingMapping } from "../../domain/import/testing-mapping";
import { csvLines } from "../csv-writer";
import { type MappedRow, readMappedTable } from "./read-mapped-table";

const READING: TableReading = { encoding: "utf-8", bom: false, delimiter: "," };

async function read(written: string, mapping: TableMapping): Promise<MappedRow[]> {
  async function* bytes() {
    yield new TextEncoder().encode(written);
  }
  const rows = [];
  const how = { reading: READING, mapping, places: TESTING_PLACES };
  for await (const row of readMappedTable(bytes, how)) rows.push(row);
  return rows;
}

const said = (item: ImportItem) =>
  item.what === "faults"
    ? item.faults.map(({ line, column, issue }) => `${line} ${column}: ${issue.code}`).join(", ")
    : item.what;
const incidents = (rows: MappedRow[]) =>
  rows.flatMap(({ item }) => (item.what === "incident" ? [item] : []));

const MAPPING = testingMapping({ id: "external_id", when: "date", n: "persons", note: null });

describe("a table that is read by a mapping", () => {
  it("gives an incident or its faults for each row, with the line", async () => {
    const rows = await read(
      'id,when,n,note\n1,2014,3,"a\nb"\n2,?,-3,\n3,2015\n4,2014,1,\n',
      MAPPING,
    );
    expect(rows.map(({ item }) => said(item))).toEqual([
      "incident",
      "4 n: count.negative",
      "5 : table.cells",
      "incident",
    ]);
    expect(incidents(rows).map(({ at }) => at.line)).toEqual([2, 6]);
  });

  it("refuses an id that another row has, beside what else is wrong with the row", async () => {
    const rows = await read("id,when,n,note\n1,2014,3,\n1,2015,-4,\n", MAPPING);
    expect(rows.map(({ item }) => said(item))).toEqual([
      "incident",
      "3 id: row.id_twice, 3 n: count.negative",
    ]);
  });

  it("tells rows apart that say the same and have no id, the same way each time", async () => {
    const written = "id,when,n,note\n,2014,3,\n,2014,3,\n";
    const keys = async () => incidents(await read(written, MAPPING)).map(({ rowKey }) => rowKey);
    const [first, second] = await keys();
    expect(first).not.toBe(second);
    expect(await keys()).toEqual([first, second]);
  });

  it("knows a row by its id in another file, whose columns stand in another order", async () => {
    const [here] = incidents(await read("id,when,n,note\n7,2014,3,\n", MAPPING));
    const [there] = incidents(await read("note,n,when,id\nx,4,2015,7\n", MAPPING));
    expect(there?.rowKey).toBe(here?.rowKey);
    expect(there?.rowDigest).not.toBe(here?.rowDigest);
  });

  it("reads nothing where the headers are broken", async () => {
    const rows = await read("id,when,n,no\0te\n1,2014,3,\n", MAPPING);
    expect(rows.map(({ item }) => said(item))).toEqual(["1 no\0te: text.not_storable"]);
  });

  it("is refused where the mapping does not fit", async () => {
    await expect(read("a,b\n1,2\n", MAPPING)).rejects.toThrow(InvalidInput);
  });
});

describe("a file to mend", () => {
  it("has the rows as they stand and what is wrong, and comes in again once it is mended", async () => {
    const written = "id,when,n,note\n1,2014,-3,=x\n2,2014,3,\n3,2014\n4,2014,1,'y,z\n";
    const failed = (await read(written, MAPPING)).filter(({ item }) => item.what === "faults");
    const names = ["id", "when", "n", "note"];
    const file = csvLines([
      headersToMend(names),
      ...failed.map(({ item, record }) =>
        rowToMend(
          names,
          record!,
          item.what === "faults" ? item.faults : [],
          ({ issue }) => issue.code,
        ),
      ),
    ]);
    expect(file).toBe(
      [
        "id,when,n,note,ledger_problem",
        "1,2014,'-3,'=x,n: count.negative",
        "3,2014,,,table.cells",
        "4,2014,1,''y,\"table.cells\n+ z\"",
        "",
      ].join("\r\n"),
    );
    const again = await read(file, MAPPING);
    expect(again.map(({ item }) => said(item))).toEqual([
      "2 n: count.negative",
      "incident",
      "incident",
    ]);
    const mended = await read(file.replace("'-3", "3"), MAPPING);
    expect(incidents(mended).map(({ kept }) => kept.note)).toEqual(["=x", undefined, "'y"]);
    const [first] = incidents(mended);
    expect(first?.rowKey).toBe(
      incidents(await read("id,when,n,note\n1,2014,3,\n", MAPPING))[0]?.rowKey,
    );
  });
});

describe("a case summary of this program", () => {
  const HEADERS =
    "reference,title,review_status,date_earliest,date_latest,countries,localities,persons_best,event_types";
  const ROW =
    "INC-5T8VNK,'=A title,verified,2014-07-15,,CN; KP,Tumen; Dandong,27,arrest; deportation (anticipated)";

  it("is known by its headers and read without being asked how", async () => {
    const mapping = summaryMapping(HEADERS.split(","))!;
    const [item] = incidents(await read(`${HEADERS}\n${ROW}\n`, mapping));
    expect(item?.ref).toBe("INC-5T8VNK");
    expect(item?.kept).toEqual({ review_status: "verified" });
    expect(item?.document.title).toBe("=A title");
    expect(item?.document.groups[0]?.count).toEqual({ low: null, best: 27, high: null });
    expect(item?.document.events).toMatchObject([
      {
        type: "arrest",
        date: { earliest: "2014-07-15", latest: null },
        places: [
          { locationId: "CN-JL/tumen" },
          { locationId: "CN-LN/dandong" },
          { locationId: "KP" },
        ],
      },
      { type: "deportation", modality: "anticipated", date: null },
    ]);
  });

  it("is not any table with a reference", () => {
    expect(summaryMapping(["reference", "colour"])).toBeNull();
    expect(summaryMapping(["title", "summary"])).toBeNull();
  });
});
