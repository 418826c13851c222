import { expect, it } from "vitest";
import { parseChartRequest } from "./chart-request";

it.each([
  ["", null, []],
  ["by=", null, []],
  ["by=month", "month", []],
  ["by=year&by=year&province=CN-YN", "year", []],
  ["by=week", null, ["by"]],
  ["by=month&by=year", null, ["by"]],
  ["colour=red&by=day", null, ["colour", "by"]],
])("%s", (address, by, wrong) => {
  const { request, issues } = parseChartRequest(new URLSearchParams(address));
  expect([request.by, issues.map(({ path }) => path)]).toEqual([by, wrong]);
});
