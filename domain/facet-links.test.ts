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
    years: [{ from: "2014-01-01", to: "2014-12-31", possible: 3, certain: 2 }],
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

it("puts a year in the place of the dates that are asked for, and takes it away again", () => {
  const asked = (address: string) =>
    shownDates(facetsOf({}), filterOf(address)).years.map(({ isChosen, filter }) => [
      isChosen,
      serializeIncidentFilter(filter).toString(),
    ]);
  expect(asked("from=2013-05-01&dates=certain")).toEqual([
    [false, "from=2014-01-01&to=2014-12-31&dates=certain"],
  ]);
  expect(asked("from=2014&to=2014")).toEqual([[true, ""]]);
});
