import { expect, it } from "vitest";
import { parseBom } from "./csv-bom";

function parse(address: string) {
  return parseBom(new URLSearchParams(address));
}

it("a file has a byte order mark only where it is asked for", () => {
  expect(parse("bom=1")).toEqual({ bom: true, issues: [] });
  for (const address of ["", "bom=", "bom=0", "bom=0&bom=0"])
    expect(parse(address)).toEqual({ bom: false, issues: [] });
});

it("anything else that is asked of the byte order mark is said", () => {
  expect(parse("bom=yes").issues).toEqual([
    { path: "bom", code: "csv.bom", values: { value: "yes", allowed: "0, 1" } },
  ]);
  expect(parse("bom=1&bom=0").issues).toMatchObject([{ values: { value: "1, 0" } }]);
});
