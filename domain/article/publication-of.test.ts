import { expect, it } from "vitest";
import { parseTypedDate } from "../typed-date";
import { publicationOf } from "./publication-of";

it.each([
  ["2014-07-23", "2014-07-23"],
  ["July 2014", "2014-07"],
  ["February 2024", "2024-02"],
  ["2014", "2014"],
  ["15–17 July 2014", null],
  ["by 3 July 2014", null],
  ["", null],
])("reads %j as the publication %j", (typed, publication) => {
  expect(publicationOf(parseTypedDate(typed).date)).toBe(publication);
});
