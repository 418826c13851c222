import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "./partial-date";
import { type BIN_UNITS, binsOf, binUnitOf } from "./timeline-bins";

const bins = (from: string, to: string, unit: (typeof BIN_UNITS)[number]) =>
  binsOf({ from, to }, unit).map(({ earliest, latest }) => `${earliest}..${latest}`);

describe("the periods of a window", () => {
  it("are whole, so that the first and the last may reach beyond it", () => {
    expect(bins("2014-02-10", "2014-03-02", "month")).toEqual([
      "2014-02-01..2014-02-28",
      "2014-03-01..2014-03-31",
    ]);
    expect(bins("2014-07-16", "2014-07-21", "week")).toEqual([
      "2014-07-14..2014-07-20",
      "2014-07-21..2014-07-27",
    ]);
    expect(bins("2013-12-31", "2014-04-01", "quarter")).toEqual([
      "2013-10-01..2013-12-31",
      "2014-01-01..2014-03-31",
      "2014-04-01..2014-06-30",
    ]);
    expect(bins("1999-05-01", "2000-05-01", "decade")).toEqual([
      "1990-01-01..1999-12-31",
      "2000-01-01..2009-12-31",
    ]);
  });

  it("end with the calendar", () => {
    expect(bins("9999-12-30", "9999-12-31", "day")).toEqual([
      "9999-12-30..9999-12-30",
      "9999-12-31..9999-12-31",
    ]);
    expect(bins("9999-12-31", "9999-12-31", "century")).toEqual(["9900-01-01..9999-12-31"]);
    expect(bins("1000-01-01", "1000-01-01", "week")[0]).toMatch(/^1000-01-01\.\./);
  });

  it.each([
    ["2014-07-01", "2014-07-07", "day"],
    ["2014-07-01", "2014-09-30", "week"],
    ["2014-01-01", "2014-12-31", "month"],
    ["2010-01-01", "2016-12-31", "quarter"],
    ["2000-01-01", "2025-12-31", "year"],
    ["1800-01-01", "2025-12-31", "decade"],
    ["1000-01-01", "9999-12-31", "century"],
  ])("of %s to %s are counted by the %s", (from, to, unit) => {
    expect(binUnitOf({ from, to })).toBe(unit);
  });

  it("follow one another without a gap or overlap, and cover the window", () => {
    const day = fc.integer({ min: 0, max: 3_287_181 }).map((n) => addDays("1000-01-01", n));
    fc.assert(
      fc.property(day, day, (a, b) => {
        const window = a <= b ? { from: a, to: b } : { from: b, to: a };
        const unit = binUnitOf(window);
        const all = binsOf(window, unit);
        expect(all.length).toBeLessThanOrEqual(unit === "century" ? 90 : 32);
        expect(all[0]!.earliest <= window.from && all[0]!.latest >= window.from).toBe(true);
        expect(all.at(-1)!.earliest <= window.to && all.at(-1)!.latest >= window.to).toBe(true);
        for (let at = 1; at < all.length; at++)
          expect(daysBetween(all[at - 1]!.latest, all[at]!.earliest)).toBe(1);
      }),
    );
  });
});
