import { expect, it } from "vitest";
import { askedDays, askedHull, askedParts, chosenPeriods, withDates } from "./asked-days";
import { namedPeriod } from "./calendar-period";
import { parseIncidentFilter, serializeIncidentFilter } from "./incident-filter";

const filterOf = (address: string) => parseIncidentFilter(new URLSearchParams(address)).filter;

it.each([
  ["", null],
  ["from=2014-02-10", "2014-02-10..open"],
  ["when=2014", "2014-01-01..2014-12-31"],
  ["when=2014&when=2016-02", "2014-01-01..2014-12-31 2016-02-01..2016-02-29"],
  // A date over the turn of the year is certainly in the two years together.
  ["when=2015&when=2014", "2014-01-01..2015-12-31"],
  ["when=2014-12&when=2015-01", "2014-12-01..2015-01-31"],
  ["when=2014&when=2014-03", "2014-01-01..2014-12-31"],
  ["when=2013&when=2014&to=2014-02-10", "2013-01-01..2014-02-10"],
  ["when=2013&when=2015&from=2013-06&to=2014", "2013-06-01..2013-12-31"],
  ["when=2013&from=2014", ""],
])("%s asks for the days %s", (address, days) => {
  const asked = askedDays(filterOf(address));
  const text = asked?.map(({ from, to }) => `${from ?? "open"}..${to ?? "open"}`).join(" ");
  expect(text ?? null).toBe(days);
});

it("spans all that is asked for", () => {
  expect(askedHull(filterOf("when=2014&when=2016-02"))).toEqual({
    from: "2014-01-01",
    to: "2016-02-29",
  });
  expect(askedHull(filterOf(""))).toEqual({ from: null, to: null });
});

it.each([
  ["when=2014&when=2015-02", "2014 2015-02"],
  ["from=2014&to=2014", "2014"],
  ["from=2014&to=2016", "2014 2015 2016"],
  ["from=2014-02&to=2014-02", "2014-02"],
  ["from=2014-02-01&to=2014-02-27", ""],
  ["from=2014", ""],
  ["", ""],
])("%s chooses the years and months %s", (address, periods) => {
  expect(chosenPeriods(filterOf(address)).join(" ")).toBe(periods);
});

it.each([
  // address, period, what is asked for of it, and the filters of each stretch
  ["", "2014", "2014-01-01..2014-12-31", ["from=2014-01-01&to=2014-12-31"]],
  [
    "from=2014-03-10&to=2014-08",
    "2014-03",
    "2014-03-10..2014-03-31",
    ["from=2014-03-10&to=2014-03-31"],
  ],
  [
    "from=2014-03-10&to=2014-08",
    "2014-05",
    "2014-05-01..2014-05-31",
    ["from=2014-05-01&to=2014-05-31"],
  ],
  ["from=2014-03-10", "2014-02", "", []],
  ["when=2014", "2014-05", "2014-05-01..2014-05-31", ["from=2014-05-01&to=2014-05-31"]],
  [
    "when=2014-03&when=2014-05",
    "2014",
    "2014-03-01..2014-03-31 2014-05-01..2014-05-31",
    ["from=2014-03-01&to=2014-03-31", "from=2014-05-01&to=2014-05-31"],
  ],
  ["when=2014-03&when=2016", "2014", "2014-03-01..2014-03-31", ["from=2014-03-01&to=2014-03-31"]],
])("%s asks of %s for %s", (address, period, days, filters) => {
  const filter = filterOf(address);
  const parts = askedParts(filter, namedPeriod(period)!);
  expect(parts.map(({ earliest, latest }) => `${earliest}..${latest}`).join(" ")).toBe(days);
  expect(
    parts.map(({ earliest: from, latest: to }) =>
      serializeIncidentFilter(withDates(filter, { from, to, dates: "certain" })).toString(),
    ),
  ).toEqual(
    filters.map((one) => serializeIncidentFilter(filterOf(`${one}&dates=certain`)).toString()),
  );
});

it("puts other dates in the place of all that are asked for", () => {
  const filter = withDates(filterOf("when=2014&dates=certain&type=arrest"), {
    from: "2015-01-01",
    to: null,
  });
  expect(serializeIncidentFilter(filter).toString()).toBe(
    "from=2015-01-01&dates=certain&type=arrest",
  );
});
