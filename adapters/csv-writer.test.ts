import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { unguardCell } from "../domain/csv-cell";
import { csvLines } from "./csv-writer";

it("writes a line for each record, ended by CR LF, and quotes only what needs it", () => {
  expect(csvLines([["reference", "persons_low"]])).toBe("reference,persons_low\r\n");
  expect(
    csvLines([
      ["INC-5T8VNK", 20, null, ""],
      ['He said "no", twice', -3, "one\ntwo", "a\rb"],
    ]),
  ).toBe('INC-5T8VNK,20,,\r\n"He said ""no"", twice",-3,"one\ntwo","a\rb"\r\n');
});

it("guards text and leaves numbers numbers", () => {
  expect(csvLines([["=1+1", -1, "-1", " ＋1", "'x"]])).toBe("'=1+1,-1,'-1,' ＋1,''x\r\n");
});

it("has a line for an empty cell that stands alone", () => {
  expect(csvLines([[null], [""], ["x"]])).toBe('""\r\n""\r\nx\r\n');
  expect(csvLines([])).toBe("");
});

it("is read back as it was, whatever stands in it", () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom('"', ",", "\r\n", "\n", "\r", '""', "'", "=", ";", " ", "\uFEFF"),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
      (records) => {
        const read: string[][] = parse(csvLines(records), { record_delimiter: "\r\n" });
        expect(read.map((record) => record.map(unguardCell))).toEqual(records);
      },
    ),
    { numRuns: 300 },
  );
});
