import { describe, expect, it } from "vitest";
import { isAmbiguousDate, provenOrder, readTableDate } from "./read-table-date";
import type { DateOrder } from "./table-mapping";

const boundsOf = (cell: string, order: DateOrder | null = null) => {
  const { date, issues } = readTableDate(cell, order);
  return issues[0]?.code ?? (date ? `${date.earliest}..${date.latest}` : "unknown");
};

describe("a date in a cell", () => {
  it.each([
    ["2014-07-15", "2014-07-15..2014-07-15"],
    ["2014/7/5", "2014-07-05..2014-07-05"],
    ["2014. 7. 15.", "2014-07-15..2014-07-15"],
    ["2014-07-15 00:00:00", "2014-07-15..2014-07-15"],
    ["2014-07-15T23:59:59Z", "2014-07-15..2014-07-15"],
    ["2014-07-15T00:30:00.000+09:00", "2014-07-15..2014-07-15"],
    ["2014", "2014-01-01..2014-12-31"],
    ["2014-07", "2014-07-01..2014-07-31"],
    ["2014年7月15日", "2014-07-15..2014-07-15"],
    ["2014년 7월 15일", "2014-07-15..2014-07-15"],
    ["15–17 July 2014", "2014-07-15..2014-07-17"],
    ["25/04/2011", "2011-04-25..2011-04-25"],
    ["04/25/2011", "2011-04-25..2011-04-25"],
    ["04.04.2011", "2011-04-04..2011-04-04"],
    ["", "unknown"],
    ["2014-13-01", "date.impossible"],
    ["31/02/2011", "date.impossible"],
    ["0000-00-00", "date.impossible"],
    ["03/04/2011", "date.ambiguous"],
    ["03.04.11", "date.two_digit_year"],
    ["14-07-15", "date.two_digit_year"],
    ["some day", "date.unreadable"],
  ])("%j is %s where the file's order is not known", (cell, bounds) => {
    expect(boundsOf(cell)).toBe(bounds);
  });

  it("is read in the order of the file, and refused where it does not fit it", () => {
    expect(boundsOf("03/04/2011", "day_month_year")).toBe("2011-04-03..2011-04-03");
    expect(boundsOf("03/04/2011", "month_day_year")).toBe("2011-03-04..2011-03-04");
    expect(boundsOf("04/25/2011", "day_month_year")).toBe("date.not_in_order");
    expect(boundsOf("2011/04/25", "month_day_year")).toBe("2011-04-25..2011-04-25");
    expect(boundsOf("03/04/2011", "year_month_day")).toBe("date.ambiguous");
  });

  it("names both days where it can be two", () => {
    expect(readTableDate("03/04/2011", null).issues).toEqual([
      {
        path: "",
        code: "date.ambiguous",
        values: { value: "03/04/2011", first: "2011-04-03", second: "2011-03-04" },
      },
    ]);
  });

  it("keeps its words", () => {
    expect(readTableDate(" 04.12.2011 ", "day_month_year").date?.text).toBe("04.12.2011");
  });

  it("may be reckoned from the publication", () => {
    const published = { earliest: "2014-07-23", latest: "2014-07-23" };
    expect(readTableDate("last week", null, published).date?.basis).toBe("derived");
  });
});

describe("the order of a file's dates", () => {
  it("is proven by a date that can be read in one only", () => {
    expect(provenOrder("25/04/2011")).toBe("day_month_year");
    expect(provenOrder("04-25-2011")).toBe("month_day_year");
    for (const cell of ["03/04/2011", "04/04/2011", "2011-04-25", "25/13/2011", "25/04/11", "x"])
      expect(provenOrder(cell)).toBeNull();
  });

  it("is needed for a date of two readings", () => {
    expect(isAmbiguousDate("03/04/2011")).toBe(true);
    for (const cell of ["25/04/2011", "04/04/2011", "2011-03-04", "April"])
      expect(isAmbiguousDate(cell)).toBe(false);
  });
});
