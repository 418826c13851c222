import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { guardCell, unguardCell } from "../domain/csv-cell";
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

const cell = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom('"', ",", "\r\n", "\n", "\r", '""', "'", "=", ";", " ", "\uFEFF"),
);

it("is read back as it was, whatever stands in it", () => {
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

it("quotes as a library for it does", () => {
  const value = fc.oneof(cell, fc.double({ noNaN: true }), fc.integer(), fc.constant(null));
  const records = fc
    .integer({ min: 1, max: 4 })
    .chain((columns) =>
      fc.array(fc.array(value, { minLength: columns, maxLength: columns }), { maxLength: 5 }),
    );
  fc.assert(
    fc.property(records, (all) => {
      const guarded = all.map((record) =>
        record.map((one) => (typeof one === "string" ? guardCell(one) : one)),
      );
      const options = {
        record_delimiter: "\r\n",
        quoted_match: /[\r\n]/,
        quoted_empty: all[0]?.length === 1,
      };
      expect(csvLines(all)).toBe(stringify(guarded, options));
    }),
    { numRuns: 300 },
  );
});
