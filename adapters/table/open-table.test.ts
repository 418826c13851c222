import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TableReading } from "../../domain/import/table-reading";
import { csvLines } from "../csv-writer";
import { openTable } from "./open-table";

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const PLAIN: TableReading = { encoding: "utf-8", bom: false, delimiter: "," };

async function read(written: string | Uint8Array, reading: Partial<TableReading> = {}, size = 7) {
  const bytes = typeof written === "string" ? new TextEncoder().encode(written) : written;
  const table = await openTable(() => pieces(bytes, size), { ...PLAIN, ...reading });
  const records = [];
  for await (const record of table.records) records.push(record);
  return { ...table, records };
}

const fault = (line: number, column: string, code: string, values: object) => ({
  file: "",
  line,
  column,
  issue: { path: "", code, values },
});

describe("the records of a table", () => {
  it.each([
    ["LF", "\n"],
    ["CR LF", "\r\n"],
    ["CR", "\r"],
  ])("know the lines they begin in, with %s", async (_, end) => {
    const lines = ["a,b", '1,"x', 'y"', "", "2,z"];
    const { records } = await read(lines.join(end));
    expect(records.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, "1", `x${end}y`],
      [5, "2", "z"],
    ]);
  });

  it("end in different ways in one file", async () => {
    const { records } = await read("a,b\r\n1,2\n3,4\r5,6");
    expect(records.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, "1", "2"],
      [3, "3", "4"],
      [4, "5", "6"],
    ]);
  });

  it("are passed over where nothing is in them", async () => {
    const { records } = await read("a,b\n,\n\n1,2\n,\n");
    expect(records.map(({ line }) => line)).toEqual([4]);
  });

  it("may have empty cells behind the last column", async () => {
    const { records } = await read("a,b\n1,2,,\n");
    expect(records).toEqual([{ line: 2, cells: ["1", "2"], faults: [] }]);
  });

  it("keep a quote in the middle of a cell", async () => {
    const { records } = await read('a,b\nthe "guest house",2\n"""x""",3\n');
    expect(records.map(({ cells }) => cells[0])).toEqual(['the "guest house"', '"x"']);
  });
});

describe("a record that is not written well", () => {
  it("has too few or too many cells", async () => {
    const { records } = await read("a,b\n1\n1,2,3\n4,5\n");
    expect(records.map(({ faults }) => faults)).toEqual([
      [fault(2, "", "table.cells", { value: 1, columns: 2 })],
      [fault(3, "", "table.cells", { value: 3, columns: 2 })],
      [],
    ]);
  });

  it("has text behind a closing quote", async () => {
    const { records } = await read('a,b\n"x" y,2\n4,5\n');
    expect(records[0]?.faults[0]).toMatchObject({ line: 2, issue: { code: "table.quote" } });
    expect(records[1]?.faults).toEqual([]);
  });

  it("opens a quote that is never closed", async () => {
    const { records } = await read('a,b\n1,2\n3,"open\n5,6\n');
    expect(records[0]?.cells).toEqual(["1", "2"]);
    expect(records[1]?.faults[0]).toMatchObject({ line: 3, issue: { code: "table.quote_open" } });
  });

  it("has bytes that are no character: line and column are told, in every encoding", async () => {
    const bytes = Buffer.concat([
      Buffer.from("place,n\nA,1\nB"),
      Buffer.of(0xff),
      Buffer.from(",2\n"),
    ]);
    const { records } = await read(bytes);
    expect(records[1]?.faults).toEqual([
      fault(3, "place", "table.not_in_encoding", { value: "B\ufffd", encoding: "utf-8" }),
    ]);
    const korean = Buffer.concat([
      Buffer.from("place,n\nA,1\nB"),
      Buffer.of(0xc8, 0x20),
      Buffer.from(",2\n"),
    ]);
    expect((await read(korean, { encoding: "euc-kr" })).records[1]?.faults).toHaveLength(1);
    const russian = Buffer.concat([
      Buffer.from("place,n\nA,1\nB"),
      Buffer.of(0x98),
      Buffer.from(",2\n"),
    ]);
    expect((await read(russian, { encoding: "windows-1251" })).records[1]?.faults).toHaveLength(1);
    const half = Buffer.from("place,n\nA,1\nB\ud800,2\n", "utf16le");
    expect((await read(half, { encoding: "utf-16le" })).records[1]?.faults).toHaveLength(1);
  });

  it("may hold the sign for a lost character that the file itself has", async () => {
    const { records } = await read("place,n\nB\ufffd,2\n");
    expect(records[0]?.faults).toEqual([]);
  });

  it("has a NUL in a cell", async () => {
    const { records } = await read("place,n\nB\0,2\n");
    expect(records[0]?.faults).toEqual([
      fault(2, "place", "text.not_storable", { value: "B\ufffd" }),
    ]);
  });
});

describe("the headers of a table", () => {
  it("are each there once, and have a name", async () => {
    const { headers } = await read("date,,date, place ,\n1,2,3,4,5\n");
    expect(headers.names).toEqual(["date", "column 2", "date (2)", "place", "column 5"]);
  });

  it("begin behind the byte order mark", async () => {
    const { headers } = await read("\ufeffdate,n\n1,2\n", { bom: true });
    expect(headers.names).toEqual(["date", "n"]);
  });

  it("leave out the column that says what was wrong, and the apostrophes that came with it", async () => {
    const { headers, records } = await read("a,b,ledger_problem\n'-5,'=x,column b\n1,2\n");
    expect(headers).toEqual({ names: ["a", "b"], isMended: true });
    expect(records.map(({ cells, faults }) => [...cells, faults.length])).toEqual([
      ["-5", "=x", 0],
      ["1", "2", 0],
    ]);
  });

  it("are there, or it is no table", async () => {
    await expect(read("")).rejects.toThrow("table.empty");
    await expect(read("a".repeat(17_000_000), {}, 1_000_000)).rejects.toThrow(
      "table.line_too_long",
    );
    await expect(read(`${"a,".repeat(1_000)}a\n`)).rejects.toThrow("table.too_many_columns");
  });
});

describe("any table", () => {
  const cell = fc
    .string({ unit: "grapheme", maxLength: 8 })
    .map((text) => `x${text.replaceAll("\0", "")}`);
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 8 });
  const written = (records: string[][]) => csvLines([["a", "b", "c"], ...records]);

  it("comes back cell by cell, however its bytes arrive", async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 20 }), async (records, size) => {
        const { records: back } = await read(written(records), {}, size);
        expect(back.map(({ cells }) => cells)).toEqual(records);
      }),
    );
  });

  it.each(["utf-16le", "utf-16be"] as const)("comes back from %s", async (encoding) => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 20 }), async (records, size) => {
        const bytes = Buffer.from(written(records), "utf16le");
        const { records: back } = await read(
          encoding === "utf-16be" ? bytes.swap16() : bytes,
          { encoding },
          size,
        );
        expect(back.map(({ cells }) => cells)).toEqual(records);
      }),
    );
  });

  it("of any bytes is read or refused, and never breaks off", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        fc.constantFrom("utf-8", "utf-16le", "euc-kr", "gb18030", "windows-1252"),
        async (bytes, encoding) => {
          try {
            await read(bytes, { encoding: encoding as "utf-8" });
          } catch (error) {
            expect((error as Error).message).toBe("table.empty");
          }
        },
      ),
    );
  });
});
