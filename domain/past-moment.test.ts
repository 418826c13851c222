import { expect, it } from "vitest";
import { parsePastMoment } from "./past-moment";

const parse = (address: string) => parsePastMoment(new URLSearchParams(address));

it.each([
  ["at=2026-01-31", { day: "2026-01-31" }],
  ["at=2026-02", { day: "2026-02-28" }],
  ["at=2025", { day: "2025-12-31" }],
  ["version=3", { version: 3 }],
  ["version=3&version=3", { version: 3 }],
  ["at=&version=2", { version: 2 }],
])("%s is a moment", (address, moment) => {
  expect(parse(address)).toEqual({ moment, issues: [] });
});

it("an address that asks for none has none", () => {
  for (const address of ["", "at=", "version=+", "page=2"])
    expect(parse(address)).toEqual({ moment: null, issues: [] });
});

it.each([
  ["at=yesterday", ["filter.not_a_date"]],
  ["at=2026-02-30", ["filter.not_a_date"]],
  ["version=0", ["version.not_a_number"]],
  ["version=-1", ["version.not_a_number"]],
  ["version=1.5", ["version.not_a_number"]],
  ["version=99999999999", ["version.not_a_number"]],
  ["version=x%00", ["version.not_a_number"]],
  ["version=1&version=2", ["filter.repeated"]],
  ["version=1&at=2026", ["filter.repeated"]],
  ["at=2025&at=2026", ["filter.not_a_date", "filter.repeated"]],
])("%s is a mistake and no moment", (address, expected) => {
  const { moment, issues } = parse(address);
  expect(moment).toBe(null);
  expect(issues.length).toBeGreaterThan(0);
  for (const { code } of issues) expect(expected).toContain(code);
});
