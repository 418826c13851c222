import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findTableReading } from "./find-table-reading";
import { openTable, type TableBytes } from "./open-table";

const FIXTURES = join(import.meta.dirname, "fixtures");
const file =
  (name: string): TableBytes =>
  () =>
    createReadStream(join(FIXTURES, name));

async function* pieces(bytes: Uint8Array, size = bytes.length): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const text =
  (written: string): TableBytes =>
  () =>
    pieces(new TextEncoder().encode(written));

async function cellsOf(bytes: TableBytes, given = {}): Promise<string[][]> {
  const { reading } = await findTableReading(bytes, given);
  const { headers, records } = await openTable(bytes, reading);
  const cells = [headers.names];
  for await (const record of records) cells.push(record.cells);
  return cells;
}

describe("the encoding of a table", () => {
  it.each([
    ["russian.utf-8.csv", "utf-8", false, "площадь Победы"],
    ["russian.utf-8.bom.csv", "utf-8", true, "площадь Победы"],
    ["russian.utf-16le.csv", "utf-16le", false, "площадь Победы"],
    ["russian.utf-16be.csv", "utf-16be", false, "площадь Победы"],
    ["russian.utf-16le.bom.csv", "utf-16le", true, "площадь Победы"],
    ["russian.utf-16be.bom.csv", "utf-16be", true, "площадь Победы"],
    ["russian.windows-1251.csv", "windows-1251", false, "площадь Победы"],
    ["russian.koi8-r.csv", "koi8-r", false, "площадь Победы"],
    ["korean.euc-kr.csv", "euc-kr", false, "칭다오"],
    ["korean.cp949.csv", "euc-kr", false, "칭다오 똠방거리"],
    ["chinese.gb18030.csv", "gb18030", false, "青岛"],
    ["german.windows-1252.csv", "windows-1252", false, "München"],
    ["polish.windows-1250.csv", "windows-1250", false, "Łódź"],
    ["greek.windows-1253.csv", "windows-1253", false, "Αθήνα"],
    ["hebrew.windows-1255.csv", "windows-1255", false, "תל אביב"],
    ["arabic.windows-1256.csv", "windows-1256", false, "طرابلس"],
  ])("is found in %s", async (name, encoding, bom, place) => {
    const { reading } = await findTableReading(file(name));
    expect(reading).toMatchObject({ encoding, bom });
    expect((await cellsOf(file(name)))[1]?.[1]).toBe(place);
  });

  it.each([
    ["turkish.windows-1254.csv", "windows-1254", "İstanbul"],
    ["latvian.windows-1257.csv", "windows-1257", "Rīga"],
    ["vietnamese.windows-1258.csv", "windows-1258", "Hà Nội"],
  ] as const)("can be chosen where it is hard to tell: %s", async (name, encoding, place) => {
    const [, first] = await cellsOf(file(name), { encoding });
    expect(first?.[1]?.normalize("NFC")).toBe(place);
  });

  it("offers what the bytes could be too", async () => {
    const { others } = await findTableReading(file("russian.windows-1251.csv"));
    expect(others).toEqual(["windows-1256", "utf-8"]);
  });

  it("is told by a line that comes late", async () => {
    const late = Buffer.concat([
      Buffer.from(`date,place\n${"2014-07-15,Dandong\n".repeat(20_000)}`),
      readFileSync(join(FIXTURES, "russian.koi8-r.csv")),
    ]);
    const { reading } = await findTableReading(() => pieces(late, 65_536));
    expect(reading.encoding).toBe("koi8-r");
  });

  it("stays UTF-8 where one byte of much text is wrong", async () => {
    const bytes = Buffer.concat([
      Buffer.from("место,всего\nплощадь Победы,3\nНабережная,"),
      Buffer.from([0xff]),
      Buffer.from("\nу здания суда,4\n"),
    ]);
    const { reading } = await findTableReading(() => pieces(bytes));
    expect(reading.encoding).toBe("utf-8");
  });

  it("keeps the dashes and quotes of windows-1252", async () => {
    const cells = await cellsOf(file("german.windows-1252.csv"));
    expect(cells[1]?.[3]).toBe("Übergabe an die Behörde – “so der Bericht”");
  });
});

describe("the delimiter of a table", () => {
  it.each([
    ["a comma", "date,place\n2014-07-15,Dandong\n", ","],
    ["a tab", "date\tplace\n2014-07-15\tDandong, Liaoning\n", "\t"],
    ["a semicolon", "date;place\n2014-07-15;Dandong, Liaoning\n", ";"],
    ["a comma where semicolons are in quotes", 'a,b\n"x;y;z;w",1\n"x;y",2\n', ","],
    ["a semicolon where commas are decimal", "lat;lon\n40,1;124,4\n40,2;124,5\n", ";"],
    ["a comma where there is one column", "place\nDandong\n", ","],
  ])("is found: %s", async (_, written, delimiter) => {
    expect((await findTableReading(text(written))).reading.delimiter).toBe(delimiter);
  });

  it("is what somebody chose", async () => {
    const { reading } = await findTableReading(text("a,b\n1,2\n"), { delimiter: ";" });
    expect(reading.delimiter).toBe(";");
  });
});
