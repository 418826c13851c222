import { expect, it } from "vitest";
import { parseEdtf } from "../edtf";
import { precisionOf } from "../partial-date";
import { type ApiDate, toApiDate } from "./api-date";
import { cslItem } from "./csl-item";
import { anApiSource } from "./testing-api-source";

function dated(edtf: string, rest: Partial<ApiDate> = {}): ApiDate {
  const read = parseEdtf(edtf)!;
  const precision = precisionOf(read.earliest, read.latest);
  return { ...toApiDate({ text: "", ...read, precision })!, ...rest };
}

it("has of a source what it gives and nothing else", () => {
  expect(
    cslItem(
      anApiSource({
        kind: "news",
        publisher: "Morning Paper",
        title: "29명 체포",
        url: "https://paper.example/1",
        language: "ko",
        accessed: "2015-01-02",
      }),
    ),
  ).toMatchObject({
    id: "SRC-AAAAAA",
    type: "article-newspaper",
    "container-title": "Morning Paper",
    title: "29명 체포",
    URL: "https://paper.example/1",
    language: "ko",
    accessed: { "date-parts": [[2015, 1, 2]] },
  });
  expect(cslItem(anApiSource({ kind: "ngo", publisher: "A" }))).toMatchObject({
    type: "report",
    publisher: "A",
  });
  expect(Object.keys(cslItem(anApiSource({ access: "restricted" })))).toEqual([
    "id",
    "citation-key",
    "type",
    "custom",
  ]);
});

it("says when it appeared no more exactly than is known", () => {
  const issued = (edtf: string, rest?: Partial<ApiDate>) =>
    cslItem(anApiSource({ published: dated(edtf, rest) })).issued;
  expect(issued("2014-07-23")).toEqual({ "date-parts": [[2014, 7, 23]] });
  expect(issued("2014-07")).toEqual({ "date-parts": [[2014, 7]] });
  expect(issued("2014")).toEqual({ "date-parts": [[2014]] });
  expect(issued("2014-07-21/2014-07-27")).toEqual({ "date-parts": [[2014, 7]], circa: true });
  expect(issued("2014-07-28/2014-08-03")).toEqual({ "date-parts": [[2014]], circa: true });
  expect(issued("2013-12-30/2014-01-02")).toEqual({
    "date-parts": [[2013], [2014]],
    circa: true,
  });
  expect(issued("2014-07-23", { basis: "derived" })).toEqual({
    "date-parts": [[2014, 7, 23]],
    circa: true,
  });
  expect(issued("2014-07-15/..")).toEqual({ literal: "2014-07-15/.." });
});
