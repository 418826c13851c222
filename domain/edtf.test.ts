import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthPeriod } from "./calendar-period";
import { parseEdtf, readEdtf, toEdtf } from "./edtf";
import { addDays } from "./partial-date";

type Written = Parameters<typeof toEdtf>[0];

function date(earliest: string | null, latest: string | null, rest: Partial<Written> = {}) {
  return toEdtf({ earliest, latest, kind: "within", basis: "stated", precision: null, ...rest });
}

describe("a date written as EDTF", () => {
  test("a day, a month, a year", () => {
    expect(date("2014-07-15", "2014-07-15")).toBe("2014-07-15");
    expect(date("2014-07-01", "2014-07-31")).toBe("2014-07");
    expect(date("2014-01-01", "2014-12-31")).toBe("2014");
  });

  test("a span of a whole month keeps its days", () => {
    expect(date("2014-07-01", "2014-07-31", { kind: "span" })).toBe("2014-07-01/2014-07-31");
  });

  test("any other bounds are an interval, open ends are two dots", () => {
    expect(date("2014-07-15", "2014-07-17")).toBe("2014-07-15/2014-07-17");
    expect(date(null, "2014-07-23")).toBe("../2014-07-23");
    expect(date("2014-01-01", null)).toBe("2014-01-01/..");
    expect(date(null, null)).toBe("");
  });

  test("an estimate is marked on each given end", () => {
    const estimated = { basis: "estimated" } as const;
    expect(date("2014-07-01", "2014-07-31", estimated)).toBe("2014-07~");
    expect(date("2014-07-11", "2014-07-20", estimated)).toBe("2014-07-11~/2014-07-20~");
    expect(date(null, "2014-07-20", estimated)).toBe("../2014-07-20~");
  });
});

describe("an EDTF expression read", () => {
  test.each([
    ["2014-07-15", "2014-07-15", "2014-07-15", "within", "stated"],
    ["2014-07", "2014-07-01", "2014-07-31", "within", "stated"],
    ["2012-02", "2012-02-01", "2012-02-29", "within", "stated"],
    ["2014", "2014-01-01", "2014-12-31", "within", "stated"],
    ["2014-21", "2014-03-01", "2014-05-31", "within", "stated"],
    ["2014-23", "2014-09-01", "2014-11-30", "within", "stated"],
    ["2014-24", "2014-12-01", "2015-02-28", "within", "stated"],
    ["2014?", "2014-01-01", "2014-12-31", "within", "estimated"],
    ["2014-07~", "2014-07-01", "2014-07-31", "within", "estimated"],
    ["2014-07-15%", "2014-07-15", "2014-07-15", "within", "estimated"],
    ["201X", "2010-01-01", "2019-12-31", "within", "stated"],
    ["20XX", "2000-01-01", "2099-12-31", "within", "stated"],
    ["2014-XX", "2014-01-01", "2014-12-31", "within", "stated"],
    ["2014-XX-XX", "2014-01-01", "2014-12-31", "within", "stated"],
    ["2014-07-XX", "2014-07-01", "2014-07-31", "within", "stated"],
    ["2014-07-15/2014-07-17", "2014-07-15", "2014-07-17", "span", "stated"],
    ["2014-06/2014-07", "2014-06-01", "2014-07-31", "span", "stated"],
    ["2013/2014-07-15~", "2013-01-01", "2014-07-15", "span", "estimated"],
    ["../2014-07-23", null, "2014-07-23", "span", "stated"],
    ["/2014-07-23", null, "2014-07-23", "span", "stated"],
    ["2014-07-15/..", "2014-07-15", null, "span", "stated"],
    ["2014-07-15/", "2014-07-15", null, "span", "stated"],
    ["2014-07-15T23:20:30Z", "2014-07-15", "2014-07-15", "within", "stated"],
    ["2014-07-15T23:20:30+09:00", "2014-07-15", "2014-07-15", "within", "stated"],
  ])("%s", (text, earliest, latest, kind, basis) => {
    expect(parseEdtf(text)).toEqual({ earliest, latest, kind, basis });
  });

  test.each([
    "",
    "/",
    "../..",
    "..",
    "201X-07",
    "2014-XX-15",
    "2XXX",
    "2014-7",
    "2014-07-15/2014-07-17/2014-07-19",
    "Y17000000",
    "-0431",
    "2014-07-15T25:00:00",
    "15 July 2014",
    "2014-07-15\n",
  ])("%j is not in our levels", (text) => {
    expect(readEdtf(text)).toBe(null);
  });

  test.each(["2014-13", "2014-00", "2014-02-30", "0999", "2014-21-05", "2014-07/2014-13"])(
    "%s has the form but no such day",
    (text) => {
      expect(readEdtf(text)).toBe("impossible");
      expect(parseEdtf(text)).toBe(null);
    },
  );

  test("an interval must not end before it begins", () => {
    expect(readEdtf("2014-07-17/2014-07-15")).toBe("reversed");
    expect(parseEdtf("2014-07-17/2014-07-15")).toBe(null);
  });
});

test("every known date keeps its bounds through EDTF, and whether it was estimated", () => {
  const day = fc.integer({ min: 0, max: 3_287_181 }).map((n) => addDays("1000-01-01", n));
  const year = fc.integer({ min: 1000, max: 9999 });
  const bounds = fc.oneof(
    fc.tuple(fc.option(day), fc.option(day)),
    year.map((y): [string, string] => [`${y}-01-01`, `${y}-12-31`]),
    fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]): [string, string] => {
      const { earliest, latest } = monthPeriod(y, m)!;
      return [earliest, latest];
    }),
  );
  const kind = fc.constantFrom("within", "span");
  const basis = fc.constantFrom("stated", "derived", "estimated");
  fc.assert(
    fc.property(bounds, kind, basis, ([a, b], kind, basis) => {
      fc.pre(a !== null || b !== null);
      const [earliest, latest] = a && b && a > b ? [b, a] : [a, b];
      const read = parseEdtf(toEdtf({ earliest, latest, kind, basis, precision: null }));
      expect(read).toMatchObject({ earliest, latest });
      expect(read?.basis === "estimated").toBe(basis === "estimated");
    }),
  );
});
