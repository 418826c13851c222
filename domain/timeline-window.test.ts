import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "./partial-date";
import {
  panWindow,
  readWindow,
  usualWindow,
  windowDays,
  writeWindow,
  zoomWindow,
} from "./timeline-window";

const known = { from: "2010-01-01", to: "2019-12-31" };

describe("the window that is drawn where the address says none", () => {
  it("is all known days with a margin", () => {
    expect(usualWindow({ from: null, to: null }, known)).toEqual({
      from: "2009-07-02",
      to: "2020-07-01",
    });
  });

  it("is the time that is asked for, its open side as far as days are known", () => {
    expect(usualWindow({ from: "2014-07-01", to: "2014-07-31" }, known)).toEqual({
      from: "2014-06-29",
      to: "2014-08-02",
    });
    expect(usualWindow({ from: "2014-07-01", to: null }, known)?.to).toBe("2020-04-10");
    expect(usualWindow({ from: "2030-01-01", to: null }, known)).toEqual({
      from: "2029-12-29",
      to: "2030-01-04",
    });
  });

  it("is not there where no day is known", () => {
    expect(usualWindow({ from: null, to: null }, null)).toBeNull();
  });
});

describe("looking elsewhere", () => {
  const month = { from: "2014-07-01", to: "2014-07-30" };

  it("keeps the middle, or the place that is pointed at", () => {
    expect(zoomWindow(month, 2)).toEqual({ from: "2014-06-16", to: "2014-08-14" });
    expect(zoomWindow(month, 0.5, 0)).toEqual({ from: "2014-07-01", to: "2014-07-15" });
    expect(zoomWindow(month, 0.5, 1)).toEqual({ from: "2014-07-16", to: "2014-07-30" });
  });

  it("never comes nearer than a week", () => {
    expect(zoomWindow(month, 0.001)).toEqual({ from: "2014-07-13", to: "2014-07-19" });
  });

  it("keeps the width when it moves, also at the ends of the calendar", () => {
    expect(panWindow(month, 0.5)).toEqual({ from: "2014-07-16", to: "2014-08-14" });
    expect(panWindow({ from: "1000-01-03", to: "1000-01-12" }, -0.5)).toEqual({
      from: "1000-01-01",
      to: "1000-01-10",
    });
  });

  it("stays within the calendar and is read as it was written", () => {
    const day = fc.integer({ min: 0, max: 3_287_181 }).map((n) => addDays("1000-01-01", n));
    const step = fc.tuple(fc.double({ min: 0.1, max: 10, noNaN: true }), fc.boolean());
    fc.assert(
      fc.property(day, day, fc.array(step, { maxLength: 6 }), (a, b, steps) => {
        let window = readWindow(`${a < b ? a : b}..${a < b ? b : a}`)!;
        for (const [by, pans] of steps)
          window = pans ? panWindow(window, by - 5) : zoomWindow(window, by);
        expect(window.from >= "1000-01-01" && window.to <= "9999-12-31").toBe(true);
        expect(windowDays(window)).toBeGreaterThanOrEqual(7);
        expect(readWindow(writeWindow(window))).toEqual(window);
      }),
    );
  });
});

it("a window that ends before it begins, or has no such day, is not read", () => {
  for (const text of [
    "",
    "2014",
    "2014-07-01",
    "2014-07-01..2014-06-01",
    "2014-02-30..2014-03-01",
    "2014-07-01..2014-08-01..2014-09-01",
    "0999-01-01..2014-01-01",
  ])
    expect(readWindow(text)).toBeNull();
});
