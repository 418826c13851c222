import { expect, it } from "vitest";
import { columnWith } from "./column-with";

it("names the column whose cell has the words, as a title that is made of several shows them", () => {
  const cells = { Cause: "Drowning", Place: "3 km from  Bodrum,\nnear Kara\n Ada", Link: "" };
  expect(columnWith("Kara Ada", cells)).toBe("Place");
  expect(columnWith("Kara Deniz", cells)).toBeUndefined();
  expect(columnWith("", cells)).toBeUndefined();
  expect(columnWith(undefined, cells)).toBeUndefined();
});
