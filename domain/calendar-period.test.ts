import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  dayPeriod,
  monthFrom,
  monthPeriod,
  seasonPeriod,
  weekdayOf,
  weekPeriod,
  yearPeriod,
} from "./calendar-period";
import { addDays, daysBetween } from "./partial-date";

describe("months and years", () => {
  test("a month ends on its own last day", () => {
    expect(monthPeriod(2014, 7)).toEqual({ earliest: "2014-07-01", latest: "2014-07-31" });
    expect(monthPeriod(2014, 2)).toEqual({ earliest: "2014-02-01", latest: "2014-02-28" });
    expect(monthPeriod(2012, 2)).toEqual({ earliest: "2012-02-01", latest: "2012-02-29" });
    expect(yearPeriod(2014)).toEqual({ earliest: "2014-01-01", latest: "2014-12-31" });
  });

  test("what is not in the calendar is null", () => {
    expect(dayPeriod(2014, 2, 30)).toBe(null);
    expect(monthPeriod(2014, 13)).toBe(null);
    expect(monthPeriod(2014, 0)).toBe(null);
    expect(yearPeriod(999)).toBe(null);
    expect(yearPeriod(10_000)).toBe(null);
  });

  test("winter reaches into the next year", () => {
    expect(seasonPeriod(2014, 1)).toEqual({ earliest: "2014-03-01", latest: "2014-05-31" });
    expect(seasonPeriod(2014, 4)).toEqual({ earliest: "2014-12-01", latest: "2015-02-28" });
  });

  test("months are counted over the turn of the year", () => {
    expect(monthFrom("2014-01-31", -1)?.earliest).toBe("2013-12-01");
    expect(monthFrom("2014-07-31", -13)?.latest).toBe("2013-06-30");
    expect(monthFrom("2014-12-31", 1)?.earliest).toBe("2015-01-01");
  });
});

describe("weeks", () => {
  test("23 July 2014 was a Wednesday in the week of Monday 21 July", () => {
    expect(weekdayOf("2014-07-23")).toBe(3);
    expect(weekPeriod("2014-07-23")).toEqual({ earliest: "2014-07-21", latest: "2014-07-27" });
    expect(weekPeriod("2014-07-21").earliest).toBe("2014-07-21");
    expect(weekPeriod("2014-07-27").earliest).toBe("2014-07-21");
  });

  test("every week runs seven days from a Monday and holds its day", () => {
    const days = fc.integer({ min: 7, max: 3_287_000 }).map((n) => addDays("1000-01-01", n));
    fc.assert(
      fc.property(days, (day) => {
        const { earliest, latest } = weekPeriod(day);
        expect(new Date(`${earliest}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(daysBetween(earliest, latest)).toBe(6);
        expect(earliest <= day && day <= latest).toBe(true);
      }),
    );
  });
});
