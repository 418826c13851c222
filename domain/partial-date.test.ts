import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  compareDates,
  daysBetween,
  hull,
  intervalsDisjoint,
  isCertainlyIn,
  isDay,
  isUnknown,
  mayBeIn,
  type PartialDate,
  partialDateSchema,
  precisionOf,
} from "./partial-date";
import { issuesOf } from "./zod-issues";

function date(
  earliest: string | null,
  latest: string | null,
  rest: Partial<PartialDate> = {},
): PartialDate {
  const precision = precisionOf(earliest, latest);
  return { text: "", earliest, latest, kind: "within", basis: "stated", precision, ...rest };
}

const unknown = date(null, null);
const arrests = date("2014-07-15", "2014-07-17", { text: "15–17 July", kind: "span" });
const july = date("2014-07-01", "2014-07-31", { text: "July 2014" });

const anyDay = fc.integer({ min: 0, max: 3_287_181 }).map((n) => addDays("1000-01-01", n));
const anyDate = fc
  .tuple(fc.option(anyDay), fc.option(anyDay))
  .map(([a, b]) => (a && b && a > b ? date(b, a) : date(a, b)));

describe("the calendar", () => {
  test.each(["2014-07-15", "2012-02-29", "1000-01-01", "9999-12-31"])("%s is a day", (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    "2014-02-29",
    "2014-02-30",
    "1900-02-29",
    "2014-13-01",
    "2014-00-10",
    "2014-07-00",
    "0999-12-31",
    "+010000-01-01",
    "2014-7-1",
    "2014-07-15T00:00:00Z",
    " 2014-07-15",
    "2014-07-15\n",
    "",
  ])("%j is none", (text) => {
    expect(isDay(text)).toBe(false);
  });

  test("days are added over months, leap days and years, and stop at the ends of the calendar", () => {
    expect(addDays("2014-07-31", 1)).toBe("2014-08-01");
    expect(addDays("2012-02-28", 1)).toBe("2012-02-29");
    expect(addDays("2014-01-01", -1)).toBe("2013-12-31");
    expect(addDays("9999-12-31", 1)).toBe("9999-12-31");
    expect(addDays("1000-01-01", -1)).toBe("1000-01-01");
  });

  test("days between counts steps, not days touched", () => {
    expect(daysBetween("2014-07-15", "2014-07-17")).toBe(2);
    expect(daysBetween("2014-07-15", "2014-07-15")).toBe(0);
    expect(daysBetween("2014-03-01", "2014-02-28")).toBe(-1);
  });
});

describe("precision by UCDP date_prec", () => {
  test.each([
    ["2014-07-15", "2014-07-15", 1],
    ["2014-07-15", "2014-07-16", 2],
    ["2014-07-15", "2014-07-20", 2],
    ["2014-07-14", "2014-07-20", 3],
    ["2014-07-14", "2014-07-21", 4],
    ["2014-07-01", "2014-07-31", 4],
    ["2014-07-01", "2014-08-01", 5],
    ["2014-01-01", "2014-12-31", 5],
    [null, "2014-07-23", 5],
    ["2014-07-23", null, 5],
    [null, null, null],
  ] as const)("%s to %s is %s", (earliest, latest, precision) => {
    expect(precisionOf(earliest, latest)).toBe(precision);
  });
});

describe("filtering by date", () => {
  test("three days of arrests are certain inside July and only possible on the 16th", () => {
    expect(isCertainlyIn(arrests, "2014-07-01", "2014-07-31")).toBe(true);
    expect(isCertainlyIn(arrests, "2014-07-16", "2014-07-16")).toBe(false);
    expect(mayBeIn(arrests, "2014-07-16", "2014-07-16")).toBe(true);
  });

  test("both ends of the range belong to it", () => {
    expect(isCertainlyIn(arrests, "2014-07-15", "2014-07-17")).toBe(true);
    expect(mayBeIn(arrests, "2014-07-17", null)).toBe(true);
    expect(mayBeIn(arrests, null, "2014-07-15")).toBe(true);
    expect(mayBeIn(arrests, "2014-07-18", null)).toBe(false);
    expect(mayBeIn(arrests, null, "2014-07-14")).toBe(false);
  });

  test("a month-precise incident is found by a range inside its month", () => {
    expect(mayBeIn(july, "2014-07-10", "2014-07-12")).toBe(true);
    expect(isCertainlyIn(july, "2014-07-10", "2014-07-12")).toBe(false);
  });

  test("an open beginning reaches back without end", () => {
    const by = date(null, "2014-07-23");
    expect(mayBeIn(by, "1990-01-01", "1990-12-31")).toBe(true);
    expect(mayBeIn(by, "2014-07-24", null)).toBe(false);
    expect(isCertainlyIn(by, "1000-01-01", "2014-12-31")).toBe(false);
    expect(isCertainlyIn(by, null, "2014-12-31")).toBe(true);
  });

  test("an unknown date matches neither, not even a range without limits", () => {
    expect(mayBeIn(unknown, null, null)).toBe(false);
    expect(isCertainlyIn(unknown, null, null)).toBe(false);
  });

  test("whatever is certain is also possible", () => {
    fc.assert(
      fc.property(anyDate, anyDate, (held, range) => {
        if (isCertainlyIn(held, range.earliest, range.latest))
          expect(mayBeIn(held, range.earliest, range.latest)).toBe(true);
      }),
    );
  });
});

describe("the hull of several dates", () => {
  test("July 2014 by two sources, one with the days", () => {
    expect(hull([arrests, july])).toEqual({
      text: "15–17 July; July 2014",
      earliest: "2014-07-01",
      latest: "2014-07-31",
      kind: "within",
      basis: "stated",
      precision: 4,
    });
  });

  test("an open bound stays open, an unknown date is ignored", () => {
    const by = date(null, "2014-07-23");
    expect(hull([arrests, by, unknown])).toMatchObject({ earliest: null, latest: "2014-07-23" });
    expect(hull([unknown])).toBe(null);
    expect(hull([])).toBe(null);
  });

  test("the weakest basis and the common kind remain; equal texts are said once", () => {
    const derived = date("2014-07-14", "2014-07-20", { basis: "derived", kind: "span", text: "a" });
    const estimated = date("2014-07-16", "2014-07-16", { basis: "estimated", kind: "span" });
    expect(hull([arrests, derived])).toMatchObject({ basis: "derived", kind: "span" });
    expect(hull([derived, estimated])).toMatchObject({ basis: "estimated", text: "a" });
    expect(hull([derived, derived])).toMatchObject({ text: "a" });
  });

  test("many long texts stay within what may be stored, with no half character at the cut", () => {
    const long = [1, 2].map((n) => date("2014-07-15", null, { text: `${n}${"😀".repeat(249)}` }));
    const text = hull(long)?.text ?? "";
    expect(text.length).toBe(500);
    expect(text.isWellFormed()).toBe(true);
  });

  test("holds each of them, whatever their order", () => {
    fc.assert(
      fc.property(fc.array(anyDate, { minLength: 1 }), (dates) => {
        const whole = hull(dates);
        for (const one of dates.filter((each) => !isUnknown(each)))
          if (!isUnknown(whole!))
            expect(isCertainlyIn(one, whole!.earliest, whole!.latest)).toBe(true);
        expect(hull(dates.toReversed())).toEqual(whole);
      }),
    );
  });
});

describe("two dates", () => {
  test("are disjoint only when they can share no day", () => {
    expect(intervalsDisjoint(arrests, date("2014-07-18", "2014-07-20"))).toBe(true);
    expect(intervalsDisjoint(arrests, date("2014-07-17", null))).toBe(false);
    expect(intervalsDisjoint(date(null, "2014-07-14"), arrests)).toBe(true);
    expect(intervalsDisjoint(arrests, unknown)).toBe(false);
  });

  test("are disjoint in both directions or in none", () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(intervalsDisjoint(a, b)).toBe(intervalsDisjoint(b, a));
      }),
    );
  });

  test("stand on a timeline by their last day, then by their first", () => {
    const dates = [july, date("2014-07-18", null), arrests, date(null, "2014-07-17")];
    expect(dates.toSorted(compareDates).map(({ earliest }) => earliest)).toEqual([
      null,
      "2014-07-15",
      "2014-07-18",
      "2014-07-01",
    ]);
    expect(compareDates(unknown, july)).toBe(0);
  });
});

describe("a date as it is stored", () => {
  const stored = { text: " 15 July ", kind: "within", basis: "stated", precision: 1 };

  test("is trimmed and gets the precision of its bounds", () => {
    const parsed = partialDateSchema.parse({
      ...stored,
      earliest: "2014-07-01",
      latest: "2014-07-31",
    });
    expect(parsed).toMatchObject({ text: "15 July", precision: 4 });
  });

  test("names every bound that does not exist", () => {
    const { error } = partialDateSchema.safeParse({
      ...stored,
      earliest: "2014-02-30",
      latest: "2014-13-01",
    });
    expect(issuesOf(error!)).toEqual([
      { path: "earliest", code: "date.impossible", values: { value: "2014-02-30" } },
      { path: "latest", code: "date.impossible", values: { value: "2014-13-01" } },
      // Text order still says that the first does not lie after the last, so nothing more is wrong.
    ]);
  });

  test("must not end before it begins, nor hold NUL or more than 500 characters", () => {
    const codes = (rest: object) =>
      issuesOf(
        partialDateSchema.safeParse({ ...stored, earliest: null, latest: null, ...rest }).error!,
      ).map(({ code }) => code);
    expect(codes({ earliest: "2014-07-17", latest: "2014-07-15" })).toEqual(["date.reversed"]);
    expect(codes({ text: "a\0" })).toEqual(["text.not_storable"]);
    expect(codes({ text: "a".repeat(501) })).toEqual(["text.too_long"]);
  });
});
