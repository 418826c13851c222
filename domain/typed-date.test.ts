import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type DayBounds, partialDateSchema } from "./partial-date";
import { parseTypedDate } from "./typed-date";

const wednesday = { earliest: "2014-07-23", latest: "2014-07-23" };

/** "earliest latest kind basis precision", or the codes of what is wrong. */
function read(text: string, published: DayBounds | null = null): string {
  const { date, issues } = parseTypedDate(text, { published });
  if (date === null) return issues.map(({ code }) => code).join(" ") || "unknown";
  const { earliest, latest, kind, basis, precision } = date;
  return `${earliest ?? ".."} ${latest ?? ".."} ${kind} ${basis} ${precision}`;
}

describe("dates that stand by themselves", () => {
  test.each([
    ["2014-07-15", "2014-07-15 2014-07-15 within stated 1"],
    ["15 July 2014", "2014-07-15 2014-07-15 within stated 1"],
    ["15 Jul. 2014", "2014-07-15 2014-07-15 within stated 1"],
    ["July 15, 2014", "2014-07-15 2014-07-15 within stated 1"],
    ["the 15th of July, 2014", "2014-07-15 2014-07-15 within stated 1"],
    ["Tuesday, 15 July 2014", "2014-07-15 2014-07-15 within stated 1"],
    ["2014 July 15", "2014-07-15 2014-07-15 within stated 1"],
    ["15/07/2014", "2014-07-15 2014-07-15 within stated 1"],
    ["15.07.2014", "2014-07-15 2014-07-15 within stated 1"],
    ["07/15/2014", "2014-07-15 2014-07-15 within stated 1"],
    ["04/04/2011", "2011-04-04 2011-04-04 within stated 1"],
    ["2014/7/15", "2014-07-15 2014-07-15 within stated 1"],
    ["1 May 2014", "2014-05-01 2014-05-01 within stated 1"],
    ["Sept 2014", "2014-09-01 2014-09-30 within stated 4"],
    ["July 2014", "2014-07-01 2014-07-31 within stated 4"],
    ["in July 2014", "2014-07-01 2014-07-31 within stated 4"],
    ["2014-07", "2014-07-01 2014-07-31 within stated 4"],
    ["2014", "2014-01-01 2014-12-31 within stated 5"],
    ["spring 2014", "2014-03-01 2014-05-31 within stated 5"],
    ["fall of 2014", "2014-09-01 2014-11-30 within stated 5"],
    ["winter 2013-2014", "2013-12-01 2014-02-28 within stated 5"],
    ["week of 15 July 2014", "2014-07-14 2014-07-20 within stated 3"],
    ["201X", "2010-01-01 2019-12-31 within stated 5"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(read(text, wednesday)).toBe(expected);
  });

  test.each([
    ["15–17 July 2014", "2014-07-15 2014-07-17 span stated 2"],
    ["15-17 July 2014", "2014-07-15 2014-07-17 span stated 2"],
    ["15 to 17 July 2014", "2014-07-15 2014-07-17 span stated 2"],
    ["July 15-17, 2014", "2014-07-15 2014-07-17 span stated 2"],
    ["July 15 – August 2, 2014", "2014-07-15 2014-08-02 span stated 4"],
    ["28 June – 3 July 2014", "2014-06-28 2014-07-03 span stated 2"],
    ["28 December 2013 – 3 January 2014", "2013-12-28 2014-01-03 span stated 3"],
    ["28 December – 3 January 2014", "2013-12-28 2014-01-03 span stated 3"],
    ["28 December 2013 – 3 January", "2013-12-28 2014-01-03 span stated 3"],
    ["2014-07-15–2014-07-17", "2014-07-15 2014-07-17 span stated 2"],
    ["2014-07-15/2014-07-17", "2014-07-15 2014-07-17 span stated 2"],
    ["from 15 to 17 July 2014", "2014-07-15 2014-07-17 span stated 2"],
    ["from June until July 2014", "2014-06-01 2014-07-31 span stated 5"],
    ["between 15 and 17 July 2014", "2014-07-15 2014-07-17 within stated 2"],
    ["Jul-Aug 2014", "2014-07-01 2014-08-31 within stated 5"],
    ["July and August 2014", "2014-07-01 2014-08-31 within stated 5"],
    ["June or July 2014", "2014-06-01 2014-07-31 within stated 5"],
    ["17 or 15 July 2014", "2014-07-15 2014-07-17 within stated 2"],
    ["2013-2014", "2013-01-01 2014-12-31 within stated 5"],
  ])("stretches: %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ["by 23 July 2014", ".. 2014-07-23 within stated 5"],
    ["until July 2014", ".. 2014-07-31 within stated 5"],
    ["before 23 July 2014", ".. 2014-07-22 within stated 5"],
    ["no later than 23 July 2014", ".. 2014-07-23 within stated 5"],
    ["since July 2014", "2014-07-01 .. within stated 5"],
    ["from 2014", "2014-01-01 .. within stated 5"],
    ["after 15 July 2014", "2014-07-16 .. within stated 5"],
    ["../2014-07-23", ".. 2014-07-23 span stated 5"],
  ])("one side open: %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ["early July 2014", "2014-07-01 2014-07-10 within estimated 4"],
    ["mid-July 2014", "2014-07-11 2014-07-20 within estimated 4"],
    ["late February 2014", "2014-02-21 2014-02-28 within estimated 4"],
    ["the end of July 2014", "2014-07-21 2014-07-31 within estimated 4"],
    ["early 2014", "2014-01-01 2014-04-30 within estimated 5"],
    ["about 15 July 2014", "2014-07-15 2014-07-15 within estimated 1"],
    ["c. 2014", "2014-01-01 2014-12-31 within estimated 5"],
    ["circa July 2014", "2014-07-01 2014-07-31 within estimated 4"],
    ["around 15–17 July 2014", "2014-07-15 2014-07-17 span estimated 2"],
    ["by about 23 July 2014", ".. 2014-07-23 within estimated 5"],
    ["2014-07~", "2014-07-01 2014-07-31 within estimated 4"],
  ])("estimates: %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ["2014년 7월 15일", "2014-07-15 2014-07-15 within stated 1"],
    ["2014년 7월", "2014-07-01 2014-07-31 within stated 4"],
    ["2014년 7월 15일~17일", "2014-07-15 2014-07-17 span stated 2"],
    ["2014년 7월 15일부터 17일까지", "2014-07-15 2014-07-17 span stated 2"],
    ["2014. 7. 15.", "2014-07-15 2014-07-15 within stated 1"],
    ["2014年7月15日", "2014-07-15 2014-07-15 within stated 1"],
    ["２０１４年７月１５日", "2014-07-15 2014-07-15 within stated 1"],
    ["2014年7月", "2014-07-01 2014-07-31 within stated 4"],
    ["2014年7月15日至17日", "2014-07-15 2014-07-17 span stated 2"],
  ])("Korean and Chinese: %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("dates reckoned from a publication on Wednesday 23 July 2014", () => {
  test.each([
    ["today", "2014-07-23 2014-07-23 within derived 1"],
    ["yesterday", "2014-07-22 2014-07-22 within derived 1"],
    ["the day before yesterday", "2014-07-21 2014-07-21 within derived 1"],
    ["last week", "2014-07-14 2014-07-20 within derived 3"],
    ["this week", "2014-07-21 2014-07-27 within derived 3"],
    ["last month", "2014-06-01 2014-06-30 within derived 4"],
    ["this month", "2014-07-01 2014-07-31 within derived 4"],
    ["earlier this month", "2014-07-01 2014-07-23 within derived 4"],
    ["earlier this year", "2014-01-01 2014-07-23 within derived 5"],
    ["later this month", "2014-07-23 2014-07-31 within derived 4"],
    ["this year", "2014-01-01 2014-12-31 within derived 5"],
    ["last year", "2013-01-01 2013-12-31 within derived 5"],
    ["on Friday", "2014-07-18 2014-07-18 within derived 1"],
    ["on Wednesday", "2014-07-23 2014-07-23 within derived 1"],
    ["last Wednesday", "2014-07-16 2014-07-16 within derived 1"],
    ["3 days ago", "2014-07-20 2014-07-20 within derived 1"],
    ["100 days ago", "2014-04-14 2014-04-14 within derived 1"],
    ["a week ago", "2014-07-14 2014-07-20 within derived 3"],
    ["two weeks ago", "2014-07-07 2014-07-13 within derived 3"],
    ["two months ago", "2014-05-01 2014-05-31 within derived 4"],
    ["about two weeks ago", "2014-07-07 2014-07-13 within estimated 3"],
    ["by last week", ".. 2014-07-20 within derived 5"],
    ["since yesterday", "2014-07-22 .. within derived 5"],
    ["15 July", "2014-07-15 2014-07-15 within derived 1"],
    ["July 15", "2014-07-15 2014-07-15 within derived 1"],
    ["15–17 July", "2014-07-15 2014-07-17 span derived 2"],
    ["25 July", "2013-07-25 2013-07-25 within derived 1"],
    ["July", "2014-07-01 2014-07-31 within derived 4"],
    ["August", "2013-08-01 2013-08-31 within derived 4"],
    ["late July", "2014-07-21 2014-07-31 within estimated 4"],
    ["28 December – 3 January", "2013-12-28 2014-01-03 span derived 3"],
    ["7월 15일", "2014-07-15 2014-07-15 within derived 1"],
    ["7월 15~17일", "2014-07-15 2014-07-17 span derived 2"],
    ["7月15日", "2014-07-15 2014-07-15 within derived 1"],
    ["Tuesday 15 July", "2014-07-15 2014-07-15 within derived 1"],
  ])("%s", (text, expected) => {
    expect(read(text, wednesday)).toBe(expected);
    expect(read(text)).toBe("date.needs_publication");
  });

  test("a publication known by its week gives last week the same seven days", () => {
    const week = { earliest: "2014-07-21", latest: "2014-07-27" };
    expect(read("last week", week)).toBe("2014-07-14 2014-07-20 within derived 3");
    expect(read("yesterday", week)).toBe("2014-07-20 2014-07-26 within derived 3");
  });

  test("a publication open on one side leaves that side open, and may leave nothing", () => {
    const by = { earliest: null, latest: "2014-07-23" };
    expect(read("last week", by)).toBe(".. 2014-07-20 within derived 5");
    expect(read("since yesterday", by)).toBe("date.needs_publication");
    expect(read("15 July 2014", by)).toBe("2014-07-15 2014-07-15 within stated 1");
    expect(read("last week", { earliest: null, latest: null })).toBe("date.needs_publication");
  });

  test("a publication day that does not exist counts as none", () => {
    expect(read("last week", { earliest: "soon", latest: "2014-02-30" })).toBe(
      "date.needs_publication",
    );
  });
});

describe("what is not accepted", () => {
  test.each([
    ["03/04/2011", "date.ambiguous"],
    ["3-4-2011", "date.ambiguous"],
    ["31 February 2014", "date.impossible"],
    ["29 February 2013", "date.impossible"],
    ["31 February", "date.impossible"],
    ["2014-13-01", "date.impossible"],
    ["32 July 2014", "date.impossible"],
    ["13/13/2011", "date.impossible"],
    ["2014년 13월", "date.impossible"],
    ["15 July 0999", "date.impossible"],
    ["before 1000-01-01", "date.impossible"],
    ["17-15 July 2014", "date.reversed"],
    ["2014-07-17/2014-07-15", "date.reversed"],
    ["between August and July 2014", "date.reversed"],
    ["Monday 15 July 2014", "date.weekday_differs"],
    ["15", "date.unreadable"],
    ["15 July 14", "date.unreadable"],
    ["15–17–19 July 2014", "date.unreadable"],
    ["2014 15 July 2014", "date.unreadable"],
    ["from", "date.unreadable"],
    ["about", "date.unreadable"],
    ["between 2014", "date.unreadable"],
    ["constructor 15 July 2014", "date.unreadable"],
    ["last constructor", "date.unreadable"],
    ["constructor week", "date.unreadable"],
    ["2 constructor ago", "date.unreadable"],
    ["earlier this constructor", "date.unreadable"],
    ["<script>alert(1)</script>", "date.unreadable"],
    ["15 July 2014\0", "date.unreadable"],
    ["15 July 2014 \uD800", "date.unreadable"],
    ["1".repeat(201), "date.too_long"],
    ["31/02/2011 - 03/04/2011", "date.impossible date.ambiguous"],
  ])("%j is %s", (text, code) => {
    expect(read(text, wednesday)).toBe(code);
  });

  test("both readings of an ambiguous date are named", () => {
    expect(parseTypedDate(" 03/04/2011 ").issues).toEqual([
      {
        path: "",
        code: "date.ambiguous",
        values: { value: "03/04/2011", first: "2011-04-03", second: "2011-03-04" },
      },
    ]);
  });

  test("a date a thousand years ago leaves the calendar", () => {
    expect(read("9999 months ago", wednesday)).toBe("1181-04-01 1181-04-30 within derived 4");
    expect(read("9999 years ago", wednesday)).toBe("date.impossible");
    expect(read("99999 days ago", wednesday)).toBe("date.unreadable");
  });
});

test.each(["", "  ", "unknown", "Unknown", "-", "–", "n/a", "N/A", "?"])(
  "%j is an unknown date and no mistake",
  (text) => {
    expect(parseTypedDate(text)).toEqual({ date: null, issues: [] });
  },
);

test("the words typed are kept", () => {
  expect(parseTypedDate("  15–17 July 2014 ").date?.text).toBe("15–17 July 2014");
});

describe("whatever is typed", () => {
  const pieces = fc.constantFrom(
    ..."15 17 July 2014 - to by about from between and or last week ago 2 days 2014-07-15 03/04/2011 early 年 7月 일 ~ / .. until Friday winter 201X earlier this month".split(
      " ",
    ),
  );
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 250 }),
    fc.string({ unit: "grapheme" }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    fc.array(pieces, { maxLength: 8 }).map((words) => words.join(" ")),
  );

  test("gives a storable date, an issue, or an unknown date, and never throws", () => {
    fc.assert(
      fc.property(text, fc.constantFrom(null, wednesday), (typed, published) => {
        const { date, issues } = parseTypedDate(typed, { published });
        expect(date !== null && issues.length > 0).toBe(false);
        if (date) {
          expect(partialDateSchema.parse(date)).toMatchObject({
            earliest: date.earliest,
            latest: date.latest,
            precision: date.precision,
          });
          expect(date.precision).not.toBe(null);
        }
        for (const { values } of issues) expect(String(values?.value).isWellFormed()).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("every day is read in each of its spellings", () => {
    const day = fc.integer({ min: 0, max: 3_287_181 }).map((n) => addDays("1000-01-01", n));
    fc.assert(
      fc.property(day, (iso) => {
        const date = new Date(`${iso}T00:00:00Z`);
        const spelled = ["en-GB", "en-US", "ko", "zh"].map((locale) =>
          date.toLocaleDateString(locale, { dateStyle: "long", timeZone: "UTC" }),
        );
        for (const text of [iso, ...spelled])
          expect([text, read(text)]).toEqual([text, `${iso} ${iso} within stated 1`]);
      }),
    );
  });
});
