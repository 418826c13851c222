import { expect, it } from "vitest";
import { csvRecords } from "./csv-records";

async function read(...chunks: (string | Uint8Array)[]) {
  async function* bytes() {
    for (const chunk of chunks) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
  }
  const records = [];
  for await (const batch of csvRecords(bytes(), "x.csv")) records.push(...batch);
  return records.map(({ line, cells, faults }) =>
    faults ? [line, faults[0]!.issue.code] : [line, ...cells],
  );
}

it("each record is told with the line it begins in, whatever ends the lines", async () => {
  for (const end of ["\r\n", "\n", "\r"])
    expect(await read(`a,b${end}"x${end}y",2${end}${end}"3","""4"""${end}5,6`)).toEqual([
      [1, "a", "b"],
      [2, `x${end}y`, "2"],
      [5, "3", '"4"'],
      [6, "5", "6"],
    ]);
});

it("characters and records may be cut anywhere", async () => {
  const bytes = Buffer.from('\uFEFFa,투먼\r\n"𝒳\r\ny",z\r\n');
  const whole = await read(bytes);
  expect(whole).toEqual([
    [1, "a", "투먼"],
    [2, "𝒳\r\ny", "z"],
  ]);
  for (let size = 1; size < 6; size++) {
    const chunks = [];
    for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
    expect(await read(...chunks)).toEqual(whole);
  }
});

it("what cannot be read is told with its line, after all that could be", async () => {
  const cut = [
    [1, "a", "b"],
    [2, "1", "2"],
    [3, "table.not_utf8"],
  ];
  expect(await read("a,b\n1,2\n3,", Uint8Array.of(0xff), "\n")).toEqual(cut);
  expect(await read(Buffer.from("a,b\n1,2\n3,\xff\n5,6\n", "latin1"))).toEqual(cut);
  expect(await read("a,b\n1,2\n3,", Uint8Array.of(0xe5, 0x9b))).toEqual(cut);
  expect(await read('a,b\n1,2\n"3,4\n5,6\n')).toEqual([
    [1, "a", "b"],
    [2, "1", "2"],
    [3, "table.quote"],
  ]);
  expect(await read('a\n"1"x\n')).toEqual([
    [1, "a"],
    [2, "table.quote"],
  ]);
});
