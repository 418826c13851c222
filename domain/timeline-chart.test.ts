import { describe, expect, it } from "vitest";
import { days, exactly, unknownCount } from "./testing-documents";
import {
  certainDays,
  expectedDays,
  extentIn,
  fitsRows,
  packRows,
  peopleSize,
} from "./timeline-chart";

const window = { from: "2014-01-01", to: "2014-12-31" };
const whole = { fadesIn: false, fadesOut: false, cutsIn: false, cutsOut: false };

describe("the days that are drawn of a date", () => {
  it.each([
    ["2014-07-15", "2014-07-17", { from: "2014-07-15", to: "2014-07-17", ...whole }],
    ["2014-07-15", null, { from: "2014-07-15", to: "2014-12-31", ...whole, fadesOut: true }],
    [null, "2014-07-17", { from: "2014-01-01", to: "2014-07-17", ...whole, fadesIn: true }],
    ["2013-07-15", "2014-01-01", { from: "2014-01-01", to: "2014-01-01", ...whole, cutsIn: true }],
    ["2014-07-15", "2015-01-01", { from: "2014-07-15", to: "2014-12-31", ...whole, cutsOut: true }],
    ["2015-01-01", null, null],
    [null, "2013-12-31", null],
  ])("from %s to %s", (earliest, latest, extent) => {
    expect(extentIn({ earliest, latest }, window)).toEqual(extent);
  });

  it("are certain for one day and for a time it lasted, never for a time it lies within", () => {
    const span = { ...days("2014-07-15", "2014-07-17"), kind: "span" as const };
    expect(certainDays(days("2014-07-15", "2014-07-15"))).toMatchObject({ latest: "2014-07-15" });
    expect(certainDays(span)).toMatchObject({ earliest: "2014-07-15", latest: "2014-07-17" });
    expect(certainDays(days("2014-07-15", "2014-07-17"))).toBeNull();
    expect(certainDays({ ...span, latest: null })).toBeNull();
    expect(certainDays({ ...span, basis: "estimated" })).toBeNull();
    expect(certainDays(null)).toBeNull();
  });
});

describe("what is expected after it", () => {
  const events = [
    { type: "deportation", modality: "anticipated", date: null },
    { type: "transfer", modality: "anticipated", date: days("2014-01-01", "2014-01-02") },
    { type: "deportation", modality: "reported", date: days("2014-02-01", "2014-02-02") },
  ] as const;
  const risk = { atRiskOf: ["deportation" as const], lastNews: "2014-07-23" };

  it("is nothing where nothing threatens, or nothing is known of when", () => {
    expect(expectedDays({ ...risk, atRiskOf: [] }, events)).toBeNull();
    expect(expectedDays({ ...risk, lastNews: null }, events)).toBeNull();
  });

  it("lies between the last news and the day on which their fate becomes unknown", () => {
    expect(expectedDays(risk, events)).toEqual({ earliest: "2014-07-23", latest: "2015-07-23" });
  });

  it("lies when it is said to be, where that is said", () => {
    const dated = { ...events[0], date: days("2014-08-01", "2014-08-31") };
    expect(expectedDays(risk, [...events, dated])).toEqual({
      earliest: "2014-08-01",
      latest: "2014-08-31",
    });
    expect(expectedDays(risk, [{ ...dated, date: days(null, "2014-08-31") }])).toEqual({
      earliest: "2014-07-23",
      latest: "2014-08-31",
    });
  });
});

describe("the rows of single bars", () => {
  const bar = (from: string, to: string, expected: string | null = null) => ({
    possible: { from, to, ...whole },
    expected: expected === null ? null : { from: to, to: expected, ...whole },
  });

  it("are as few as let none cover another, however narrow it is drawn", () => {
    expect(
      packRows(
        [
          bar("2014-01-01", "2014-03-01"),
          bar("2014-02-01", "2014-02-01"),
          bar("2014-02-04", "2014-02-04"),
          bar("2014-03-20", "2014-03-20", "2014-06-01"),
          bar("2014-05-01", "2014-05-01"),
        ],
        window,
      ),
    ).toEqual([0, 1, 2, 0, 1]);
  });

  it("keep apart days that follow one another, and what is expected long before from all beside it", () => {
    const wide = { from: "2014-07-01", to: "2014-07-31" };
    const next = [bar("2014-07-01", "2014-07-04"), bar("2014-07-05", "2014-07-08")];
    expect(packRows(next, wide)).toEqual([0, 1]);
    const early = { ...bar("2014-07-20", "2014-07-20"), expected: bar("2014-07-01", "2014-07-30") };
    const before = bar("2014-07-02", "2014-07-03");
    expect(packRows([before, { ...early, expected: early.expected.possible }], wide)).toEqual([
      0, 1,
    ]);
  });

  it("are too many beyond thirty in a lane or seventy in all", () => {
    const same = Array.from({ length: 31 }, () => bar("2014-01-01", "2014-01-01"));
    expect(packRows(same.slice(1), window)).toHaveLength(30);
    expect(packRows(same, window)).toBeNull();
    expect(fitsRows([30, 30, 10])).toBe(true);
    expect(fitsRows([30, 30, 10, 0])).toBe(false);
  });
});

it("a bar is as high as it is about many people, and lowest where that is not known", () => {
  const sizes = [unknownCount, exactly(4), exactly(5), exactly(99), { ...unknownCount, low: 100 }];
  expect(sizes.map(peopleSize)).toEqual([0, 1, 2, 3, 4]);
});
