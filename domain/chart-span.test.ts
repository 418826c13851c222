import { expect, it } from "vitest";
import { chartSpan, numberedPeriod } from "./chart-span";

const month = (year: number, n: number) => year * 12 + n - 1;
const today = "2026-11-24";
const open = { from: null, to: null };

it("shows months of ten years, and years of more", () => {
  const tenYears = { from: month(2004, 1), to: month(2013, 12) };
  expect(chartSpan(tenYears, open, null, today)).toEqual({
    unit: "month",
    ...tenYears,
    of: 120,
  });
  expect(chartSpan({ ...tenYears, to: month(2014, 1) }, open, null, today)).toEqual({
    unit: "year",
    from: 2004,
    to: 2014,
    of: 11,
  });
});

it("shows the last two years of many where months are asked for, and years of few where those are", () => {
  const long = { from: month(1990, 3), to: month(2024, 5) };
  expect(chartSpan(long, open, "month", today)).toEqual({
    unit: "month",
    from: month(2022, 6),
    to: month(2024, 5),
    of: 411,
  });
  const short = { from: month(2014, 3), to: month(2014, 5) };
  expect(chartSpan(short, open, "year", today)).toEqual({
    unit: "year",
    from: 2014,
    to: 2014,
    of: 1,
  });
});

it("keeps to the range of the filter in whole months, and to where there is anything", () => {
  const long = { from: month(1990, 3), to: month(2024, 5) };
  expect(chartSpan(long, { from: "2014-07-15", to: "2014-09-01" }, null, today)).toEqual({
    unit: "month",
    from: month(2014, 7),
    to: month(2014, 9),
    of: 3,
  });
  expect(chartSpan(long, { from: "2024-02-01", to: null }, null, today)).toEqual({
    unit: "month",
    from: month(2024, 2),
    to: month(2024, 5),
    of: 4,
  });
  expect(chartSpan(long, { from: "2025-01-01", to: null }, null, today)).toBeNull();
  expect(chartSpan(null, open, null, today)).toBeNull();
  expect(chartSpan(long, open, "year", "2020-07-01")?.to).toBe(2020);
  expect(chartSpan(long, { from: null, to: "2023-01-31" }, "year", "2020-07-01")?.to).toBe(2023);
});

it("numbers months and years as the index does", () => {
  expect(numberedPeriod("month", month(2014, 2))).toEqual({
    earliest: "2014-02-01",
    latest: "2014-02-28",
  });
  expect(numberedPeriod("year", 2014)).toEqual({ earliest: "2014-01-01", latest: "2014-12-31" });
});
