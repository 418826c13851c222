import { expect, it } from "vitest";
import { shownDates, shownFacets } from "./facet-links";
import type { CodeFacetValues, IncidentFacets } from "./incident-facets";
import { parseIncidentFilter, serializeIncidentFilter } from "./incident-filter";
import { CODE_FACETS, type CodeFacet } from "./incident-index/count-facets";

const filterOf = (address: string) => parseIncidentFilter(new URLSearchParams(address)).filter;

function facetsOf(codes: Partial<Record<CodeFacet, CodeFacetValues>>): IncidentFacets {
  const none: Record<string, CodeFacetValues> = Object.fromEntries(
    CODE_FACETS.map((name) => [name, { values: [], others: 0 }]),
  );
  return {
    codes: { ...(none as IncidentFacets["codes"]), ...codes },
    years: [{ code: "2014", from: "2014-01-01", to: "2014-12-31", possible: 3, certain: 2 }],
    months: [],
  };
}

const province = {
  values: [
    { code: "CN-YN", count: 3 },
    { code: "CN-JL", count: 0 },
  ],
  others: 4,
};

it("adds a value to those chosen, and takes one out that is chosen", () => {
  const [facet] = shownFacets(facetsOf({ province }), filterOf("province=CN-YN&type=arrest"));
  expect(
    facet!.choices.map(({ code, isChosen, filter }) => [
      code,
      isChosen,
      serializeIncidentFilter(filter).toString(),
    ]),
  ).toEqual([
    ["CN-YN", true, "type=arrest"],
    ["CN-JL", false, "province=CN-YN&province=CN-JL&type=arrest"],
  ]);
});

it("leaves out a facet in which there is nothing to choose", () => {
  const one = { values: [{ code: "CN", count: 5 }], others: 0 };
  expect(shownFacets(facetsOf({ country: one }), filterOf(""))).toEqual([]);
  expect(shownFacets(facetsOf({ country: one }), filterOf("country=CN"))).toHaveLength(1);
});

const dated = (...codes: string[]) =>
  codes.map((code) => ({ code, from: "", to: "", possible: 3, certain: 2 }));

it.each([
  // Another year is added, also one that is not next to it; other dates give way to a year.
  ["when=2014", "2016", "when=2014&when=2016"],
  ["from=2014&to=2014", "2015", "when=2014&when=2015"],
  ["from=2013-05-01&dates=certain", "2014", "when=2014&dates=certain"],
  ["when=2014&when=2016", "2014", "when=2016"],
  ["from=2014&to=2014", "2014", ""],
  // A month narrows its year down, a second one is added, the last one gives the year back.
  ["when=2014&when=2015", "2014-03", "when=2014-03&when=2015"],
  ["when=2014-03&when=2015", "2014-05", "when=2014-03&when=2014-05&when=2015"],
  ["when=2014-03&when=2014-05", "2014-05", "when=2014-03"],
  ["when=2014-03&when=2015", "2014-03", "when=2014&when=2015"],
  ["when=2014-03&when=2015", "2014", "when=2015"],
])("where the dates are %s, choosing %s makes them %s", (address, code, next) => {
  const facets = {
    ...facetsOf({}),
    years: dated("2014", "2015", "2016"),
    months: dated("2014-03", "2014-05"),
  };
  const { years, months } = shownDates(facets, filterOf(address));
  const choice = [...years, ...months].find((one) => one.code === code)!;
  expect(serializeIncidentFilter(choice.filter).toString()).toBe(next);
});

it("shows a year as chosen by its months too", () => {
  const facets = { ...facetsOf({}), years: dated("2014", "2015") };
  const { years } = shownDates(facets, filterOf("when=2014-03"));
  expect(years.map(({ code, isChosen }) => [code, isChosen])).toEqual([
    ["2014", true],
    ["2015", false],
  ]);
});
