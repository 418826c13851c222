import { describe, expect, test } from "vitest";
import messages from "../messages/en.json";
import { exactInterval, formatDate } from "./format-date";
import type { PartialDate } from "./partial-date";

const say = (key: string, values: Record<string, string | number> = {}) =>
  messages.date[key.replace("date.", "") as keyof typeof messages.date].replace(
    /\{(\w+)\}/g,
    (_, name: string) => String(values[name]),
  );

function date(
  earliest: string | null,
  latest: string | null,
  rest: Partial<PartialDate> = {},
): PartialDate {
  return { text: "", earliest, latest, kind: "within", basis: "stated", precision: 5, ...rest };
}

const english = (given: PartialDate | null) => formatDate(given, "en", say);

describe("a date as a reader sees it", () => {
  test.each([
    ["2014-07-15", "2014-07-15", "15 Jul 2014"],
    ["2014-07-15", "2014-07-17", "15–17 Jul 2014"],
    ["2014-06-28", "2014-07-03", "28 Jun – 3 Jul 2014"],
    ["2013-12-28", "2014-01-03", "28 Dec 2013 – 3 Jan 2014"],
    ["2014-07-01", "2014-07-31", "Jul 2014"],
    ["2014-07-01", "2014-08-31", "Jul–Aug 2014"],
    ["2013-12-01", "2014-02-28", "Dec 2013 – Feb 2014"],
    ["2014-01-01", "2014-12-31", "2014"],
    ["2013-01-01", "2014-12-31", "2013–2014"],
    [null, "2014-07-23", "by 23 Jul 2014"],
    ["2014-01-01", null, "since 1 Jan 2014"],
  ])("%s to %s reads %s", (earliest, latest, expected) => {
    expect(english(date(earliest, latest))).toBe(expected);
  });

  test("a span of a whole month names its days", () => {
    expect(english(date("2014-07-01", "2014-07-31", { kind: "span" }))).toBe("1–31 Jul 2014");
  });

  test("an estimate says so", () => {
    const estimated = { basis: "estimated" } as const;
    expect(english(date("2014-07-01", "2014-07-31", estimated))).toBe("about Jul 2014");
    expect(english(date(null, "2014-07-23", estimated))).toBe("by about 23 Jul 2014");
  });

  test("no date and an unknown date are told in words", () => {
    expect(english(null)).toBe("date unknown");
    expect(english(date(null, null))).toBe("date unknown");
  });

  test("another language writes its own calendar", () => {
    expect(formatDate(date("2014-07-15", "2014-07-15"), "ko", say)).toBe("2014년 7월 15일");
    expect(formatDate(date("2014-07-01", "2014-07-31"), "zh", say)).toBe("2014年7月");
  });
});

test("the hover gives the exact bounds", () => {
  expect(exactInterval(date("2014-07-01", "2014-07-31"))).toBe("2014-07-01 – 2014-07-31");
  expect(exactInterval(date("2014-07-15", "2014-07-15"))).toBe("2014-07-15");
  expect(exactInterval(date(null, "2014-07-23"))).toBe("… – 2014-07-23");
  expect(exactInterval(date("2014-01-01", null))).toBe("2014-01-01 – …");
  expect(exactInterval(date(null, null))).toBe("");
  expect(exactInterval(null)).toBe("");
});
